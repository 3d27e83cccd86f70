internal import ResyDomain
internal import ResyNative

extension Tool {
    static let openDays = Tool(
        name: "open_days",
        title: "Open days and when tables are released",
        description: """
            See on which days of the coming weeks one restaurant has a table, and when later days open: “when can I get into \
            Semma this month?”, “when do they release tables for Dec 20?”. Returns each day as open, sold_out, closed or \
            unknown, times of open days, until when days are published, and the release facts with their source; null: \
            nobody states it. For fees of one day use check_availability. Books \
            nothing.
            """,
        inputSchema: Schema.input(
            [
                "restaurant_name": Ask.restaurant,
                "party_size": Ask.party,
                "from": Schema.text("First day; else today"),
                "to": Schema.text("Last day, or the day whose release is asked; else as far as published"),
                "location": Ask.location,
                "preferred_time": Schema.text("Time to be near: 20:00, 8pm"),
            ], required: ["restaurant_name"]),
        outputSchema: Schema.result(
            [
                "venue": Schema.venueWithPlace, "party_size": Schema.count,
                "days": Schema.list(
                    Schema.result(
                        [
                            "date": Schema.day, "status": Schema.choice(["open", "sold_out", "closed", "unknown"]),
                            "times": Schema.texts,
                        ], optional: ["times"])),
                "published_until": Schema.orNull(Schema.day), "release": Schema.release, "note": Schema.texts,
                "next_step": Schema.string,
            ], optional: ["note", "next_step"]),
        hints: Hints(isReadOnly: true, isIdempotent: true),
        overdue: .read,
        run: { arguments, desk, context in
            let request = OpenDaysRequest(
                restaurant: try arguments.text("restaurant_name", example: "Semma", limit: Arguments.longestName),
                party: try arguments.integer("party_size", default: desk.party, in: Ask.partyRange),
                from: try arguments.optionalText("from", limit: 80), to: try arguments.optionalText("to", limit: 80),
                location: try arguments.optionalText("location"),
                preferredTime: try arguments.optionalText("preferred_time", limit: 80))
            let found = try await desk.concierge.openDays(request, context: context)
            let (now, next) = (desk.clock.now, NextStep.of(found, now: desk.clock.now, in: desk.voice))
            return ToolResult(
                text: OpenDaysText.render(found, now: now, in: desk.voice),
                structured: OpenDaysJSON.render(found, nextStep: next, now: now, in: desk.voice), nextStep: next)
        })
}
