internal import ResyDomain
internal import ResyNative

extension Tool {
    static let findTables = Tool(
        name: "find_tables",
        title: "Find tables in several restaurants or days",
        description: """
            Find a table (time) in several restaurants or on several days at once: “Italian in the West Village, Friday or \
            Saturday around eight”, “Carbone or Don Angie any day this week”. Use it instead of many check_availability \
            calls. Give restaurants, query or location. Returns restaurants ranked, each with its nearest tables, fees \
            and why; what was left out, with candidates of unclear names. cursor: the same call with it goes on, after \
            continue_after seconds. Books nothing.
            """,
        inputSchema: Schema.input(
            [
                "query": Schema.text("Cuisine (pizza or sushi), neighborhood, part of a name"),
                "restaurants": Schema.texts("Names, links or “Resy venue 40203”"),
                "location": Schema.text("City or neighborhood; address or landmark where Google Places is set up"),
                "dates": Schema.text(
                    "“Dec 4, Dec 5”, “Fri-Sun”, “this weekend”, “next two weeks”"),
                "party_size": Ask.party,
                "preferred_time": Schema.text("Time to be near: 20:00, 8pm"),
                "earliest": Schema.text("No table before"),
                "latest": Schema.text("No table after"),
                "seating": Schema.text("Only this seating, e.g. outdoors"),
                "max_fee": ["type": "number", "minimum": 0, "description": "Most at stake for the whole party"],
                "limit": Schema.integer("Most restaurants", in: Ask.limitRange, default: Ask.usualLimit),
                "cursor": Schema.text("From an answer that was cut short"),
                "detail": Ask.detail("full: every time that fits"),
            ], required: ["dates"]),
        outputSchema: Schema.result(
            [
                "results": Schema.list(
                    Schema.result([
                        "venue": Schema.foundVenue,
                        "days": Schema.list(Schema.result(["date": Schema.day, "tables": Schema.someTables])),
                        "why": Schema.string,
                    ])),
                "searched": Schema.part(["venues": Schema.count, "days": Schema.count, "requests": Schema.count]),
                "left_out": Schema.list(
                    Schema.part([
                        "name": Schema.string, "day": Schema.day, "reason": Schema.string,
                        "candidates": Schema.list(["type": "object"]),
                    ])),
                "continue_after": Schema.described(Schema.count, "seconds"), "cursor": Schema.string,
                "note": Schema.texts, "next_step": Schema.string,
            ], optional: ["continue_after", "cursor", "note", "next_step"]),
        hints: Hints(isReadOnly: true, isIdempotent: true),
        overdue: .read,
        run: { arguments, desk, context in
            let search = TableSearch(
                words: try arguments.optionalText("query"),
                restaurants: try arguments.texts("restaurants", limit: Arguments.longestName, most: 30),
                location: try arguments.optionalText("location"), dates: try arguments.texts("dates", limit: 400),
                party: try arguments.integer("party_size", default: desk.party, in: Ask.partyRange),
                preferredTime: try arguments.optionalText("preferred_time", limit: 80),
                earliest: try arguments.optionalText("earliest", limit: 80),
                latest: try arguments.optionalText("latest", limit: 80),
                seating: try arguments.optionalText("seating"), mostFee: try arguments.amount("max_fee"),
                limit: try arguments.integer("limit", default: Ask.usualLimit, in: Ask.limitRange),
                cursor: try arguments.optionalText("cursor", limit: Arguments.longestToken, isExact: true))
            guard search.words != nil || !search.restaurants.isEmpty || search.location != nil else {
                let names = ["query", "restaurants", "location"]
                throw Arguments.refusal(.noneOf(names: names), .giveOneOf(names: names))
            }
            guard !search.dates.isEmpty else {
                throw Arguments.refusal(.missing(name: "dates"), .give(name: "dates", example: "Fri-Sun"))
            }
            let showsAll = try arguments.choice("detail", default: Detail.brief) == .full
            let found = try await desk.concierge.findTables(search, context: context)
            let (now, next) = (desk.clock.now, NextStep.of(found, now: desk.clock.now, in: desk.voice))
            return ToolResult(
                text: FoundTablesText.render(found, all: showsAll, now: now, in: desk.voice),
                structured: FoundTablesJSON.render(
                    found, all: showsAll, link: desk.link, nextStep: next, now: now, in: desk.voice),
                nextStep: next)
        })
}
