internal import ResyDomain
internal import ResyNative

/// What the tool of the same name would have answered: the line that `--json` prints. What is to be done after a deed is said
/// in commands, which have no token.
enum ToolAnswer {
    /// `all`: as with full detail.
    static func json(_ found: Availability, all: Bool = false) -> JSON {
        AvailabilityJSON.render(found, all: all, nextStep: NextStep.of(found, in: .model))
    }

    static func json(_ found: FoundTables, all: Bool = false, link: VenueLinks, now: Instant) -> JSON {
        FoundTablesJSON.render(
            found, all: all, link: link, nextStep: NextStep.of(found, now: now, in: .model), now: now)
    }

    static func json(_ found: OpenDays, now: Instant) -> JSON {
        OpenDaysJSON.render(found, nextStep: NextStep.of(found, now: now, in: .model), now: now)
    }

    static func json(_ outcome: BookingOutcome) -> JSON {
        BookingJSON.render(outcome, nextStep: NextStep.of(outcome, in: .person))
    }

    static func json(_ outcome: CancellationOutcome, link: VenueLinks) -> JSON {
        CancellationJSON.render(outcome, link: link, nextStep: NextStep.of(outcome, in: .person))
    }

    static func json(_ outcome: ChangeOutcome, link: VenueLinks, now: Instant) -> JSON {
        ChangeJSON.render(outcome, link: link, nextStep: NextStep.of(outcome, in: .person), now: now)
    }

    static func json(
        _ list: ReservationList, link: VenueLinks, calendar: KeptCalendar? = nil, now: Instant
    ) -> JSON {
        ReservationJSON.render(list, link: link, calendar: calendar, nextStep: NextStep.of(list), now: now)
    }

    static func json(_ list: WatchList, link: VenueLinks, now: Instant) -> JSON {
        WatchJSON.render(list, link: link, nextStep: NextStep.of(list, now: now), now: now)
    }

    /// Where a tool answers with an error: what it says of it to programs, and to the person who runs them.
    static func json(_ error: ResyError, link: VenueLinks, now: Instant) -> JSON {
        ["error": FailureJSON.render(error, link: link, now: now, in: .person)]
    }
}
