internal import ResyDomain
internal import ResyNative

extension Tool {
    /// It changes what this computer remembers, and asks Resy only which restaurant is meant.
    static let watchTables = Tool(
        name: "watch_tables",
        title: "Watch tables",
        description: """
            Have this computer look for a table now and then and message the user when one is new, for what notify_me cannot: \
            several days, a seating, a highest fee, earlier than a held table. notify_me is the first choice: standing looks \
            are more easily blocked. At most 6 watches, 30 days. Returns them with last and next look; runs: whether anything \
            looks. Never books.
            """,
        inputSchema: Schema.input(
            [
                "action": Schema.described(Schema.choice(WatchRequest.Action.allCases.map(\.rawValue)), "What"),
                "restaurant_name": Schema.text("Name, link or “Resy venue 40203”"),
                "dates": Schema.text("Fri-Sun"),
                "party_size": Ask.party,
                "earliest": Schema.text("No table before"),
                "latest": Schema.text("No table after"),
                "seating": Schema.text("Only this"),
                "max_fee": ["type": "number", "minimum": 0, "description": "Whole party"],
                "until": Schema.text("Last day to look"),
                "id": Schema.text("For remove"),
                "location": Schema.text("City, if several"),
                "earlier_than": Schema.text("Held confirmation_id"),
            ], required: ["action"]),
        outputSchema: Schema.result(
            [
                "status": Schema.choice(["added", "exists", "listed", "removed"]),
                "watches": Schema.list(
                    Schema.part([
                        "id": Schema.string, "venue": Schema.venue, "dates": Schema.texts, "party_size": Schema.count,
                        "earliest": Schema.time, "latest": Schema.time, "seating": Schema.string,
                        "max_fee": Schema.number, "until": Schema.day, "earlier_than": Schema.string,
                        "last_look": Schema.orNull(Schema.moment), "next_look": Schema.orNull(Schema.moment),
                        "paused_until": Schema.moment, "found": Schema.described(Schema.count, "tables told of"),
                    ])),
                "runs": Schema.described(Schema.yesOrNo, "whether anything looks"), "note": Schema.texts,
                "next_step": Schema.string,
            ], optional: ["note", "next_step"]),
        hints: Hints(isIdempotent: true),
        overdue: .read,
        run: { arguments, desk, context in
            _ = try arguments.text("action", example: "add")
            let action = try arguments.choice("action", default: WatchRequest.Action.list)
            var request = WatchRequest(action)
            switch action {
            case .list: break
            case .remove:
                request.id = try arguments.optionalText("id", takesNumbers: true)
                guard request.id != nil else {
                    throw Arguments.refusal(.missing(name: "id"), .give(name: "id", example: "3"))
                }
            case .add:
                request.restaurant = try arguments.optionalText("restaurant_name", limit: Arguments.longestName)
                request.earlierThan = try arguments.optionalText("earlier_than", takesNumbers: true)
                request.dates = try arguments.texts("dates", limit: 400)
                if request.restaurant == nil, request.earlierThan == nil {
                    _ = try arguments.text("restaurant_name", example: "Semma")
                }
                if request.dates.isEmpty, request.earlierThan == nil {
                    throw Arguments.refusal(.missing(name: "dates"), .give(name: "dates", example: "Fri-Sun"))
                }
                if arguments.value("party_size") != nil || request.earlierThan == nil {
                    request.party = try arguments.integer("party_size", default: desk.party, in: Ask.partyRange)
                }
                request.earliest = try arguments.optionalText("earliest", limit: 80)
                request.latest = try arguments.optionalText("latest", limit: 80)
                request.seating = try arguments.optionalText("seating")
                request.mostFee = try arguments.amount("max_fee")
                request.until = try arguments.optionalText("until", limit: 80)
                request.location = try arguments.optionalText("location")
            }
            let list = try await desk.concierge.watches(request, context: context)
            let (now, next) = (desk.clock.now, NextStep.of(list, now: desk.clock.now))
            return ToolResult(
                text: WatchText.render(list, now: now, in: desk.voice),
                structured: WatchJSON.render(list, link: desk.link, nextStep: next, now: now, in: desk.voice),
                nextStep: next)
        })
}
