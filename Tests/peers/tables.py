"""The tables of an answer of check_availability, one by one."""


def tables(found, *names):
    """Each as {time, seating, fee, date, blocked}; `names` says which groups, those that fit else."""
    if "slots" in found:  # a version before groups, for comparing
        rows = [row for name in names or ["tables"] for row in found[{"tables": "slots"}.get(name, "other_times")]]
        return [{"date": None, **row, "blocked": None if row["bookable"] else row["reason"]} for row in rows]
    groups = [group for name in names or ["tables"] for group in found.get(name, [])]
    return [{"date": None, "blocked": None, **group, "time": time} for group in groups for time in group["times"]]


def bookable(found, *names):
    return [table for table in tables(found, *names) if table["blocked"] is None]


def free(found, *names):
    """Those that can be booked and cost nothing."""
    return [table for table in bookable(found, *names) if table["fee"] is None and table["date"] is None]
