@testable import ResyNative

extension Connection {
    /// Takes back what versions after the sixth added, wishes among it: what an older program had left. Each new migration adds its
    /// own here.
    func takeBackToSixth() throws {
        try run("DROP TABLE wishes")
        try run("DROP TABLE confirmations")
        try run("DROP TABLE cities")
        try run("DROP TABLE city_names")
        try run("DROP TABLE city_list")
        try run("ALTER TABLE pacing DROP COLUMN budget_left")
        try run("ALTER TABLE pacing DROP COLUMN budget_at")
        try run("ALTER TABLE pacing DROP COLUMN day")
        try run("ALTER TABLE pacing DROP COLUMN asked")
        try run("DROP TABLE last_stop")
        try run("DROP TABLE calendar_events")
        for table in ["DROP TABLE watches", "DROP TABLE watched_days", "DROP TABLE watched_tables"] as [StaticString] {
            try run(table)
        }
        try run("DROP TABLE watch_messages")
        try run("DROP TABLE ticks")
        try run("DROP INDEX journal_by_change")
        try run("ALTER TABLE journal DROP COLUMN change_of")
        try run("ALTER TABLE journal DROP COLUMN change_way")
        try run("CREATE INDEX journal_by_key ON journal (kind, account, venue_id, day, time, party, id)")
    }
}
