internal import ResyDomain
internal import ResyNative

extension Tool {
    static let checkAvailability = Tool(
        name: "check_availability",
        title: "Check table availability",
        description: """
            Check which times (tables) one restaurant on Resy has free on one day; for several restaurants or days use \
            find_tables. Use it before make_reservation. Returns tables near preferred_time (without one, all), others \
            nearby in time, each with seating and what cancelling costs; where nothing fits, the days that have a \
            table, and when an unpublished day opens. terms: true reads exact terms without taking anything. Books \
            nothing. If several restaurants fit the name, the error lists them: ask the user.
            """,
        readOnlyDescription: """
            Check which times (tables) one restaurant on Resy has free on one day; for several restaurants or days use \
            find_tables. Returns tables near preferred_time (without one, all), others nearby in time, each with seating \
            and what cancelling costs; where nothing fits, the days that have a table, and when an unpublished day opens. \
            terms: true reads exact terms without taking anything. Books nothing. If several restaurants fit the name, \
            the error lists them: ask the user.
            """,
        inputSchema: Schema.input(
            [
                "restaurant_name": Ask.restaurant,
                "date": Ask.date,
                "party_size": Ask.party,
                "preferred_time": Schema.text("Time on the restaurant's clock: 19:00, 7pm"),
                "flexibility_minutes": Schema.integer(
                    "Minutes around preferred_time that fit", in: Ask.flexibilityRange, default: 60),
                "location": Ask.location,
                "seating": Schema.text("Only this seating, e.g. Dining Room, outdoors"),
                "detail": Ask.detail("full: every other time too"),
                "terms": Schema.flag("Read exact terms of up to three tables; needs a sign-in", default: false),
            ], required: ["restaurant_name", "date"]),
        outputSchema: Schema.result(
            [
                "venue": Schema.venueWithPlace, "date": Schema.day, "party_size": Schema.count,
                "tables": Schema.described(Schema.tables, "inside the window"), "other_tables": Schema.tables,
                "more_times": Schema.described(Schema.count, "other times left out"),
                "open_days": Schema.list(Schema.day), "notify": Schema.yesOrNo, "release": Schema.release,
                "quotes": Schema.list(
                    Schema.result(
                        [
                            "time": Schema.time, "seating": Schema.string, "date": Schema.day, "fee": Schema.fee,
                            "terms": Schema.texts, "payment_method": Schema.string,
                        ], optional: ["date", "payment_method"])),
                "note": Schema.texts, "next_step": Schema.string,
            ], optional: ["notify", "release", "quotes", "note", "next_step"]),
        hints: Hints(isReadOnly: true, isIdempotent: true),
        overdue: .read,
        run: { arguments, desk, context in
            let request = AvailabilityRequest(
                restaurant: try arguments.text("restaurant_name", example: "Carbone", limit: Arguments.longestName),
                date: try arguments.text("date", example: "Saturday", limit: 80),
                party: try arguments.integer("party_size", default: desk.party, in: Ask.partyRange),
                preferredTime: try arguments.optionalText("preferred_time", limit: 80),
                flexibility: try arguments.integer("flexibility_minutes", default: 60, in: Ask.flexibilityRange),
                location: try arguments.optionalText("location"), seating: try arguments.optionalText("seating"),
                wantsTerms: try arguments.flag("terms", default: false))
            let showsAll = try arguments.choice("detail", default: Detail.brief) == .full
            let found = try await desk.concierge.checkAvailability(request, context: context)
            let next = NextStep.of(found, in: desk.voice)
            return ToolResult(
                text: AvailabilityText.render(found, all: showsAll, now: desk.clock.now, in: desk.voice),
                structured: AvailabilityJSON.render(found, all: showsAll, nextStep: next, in: desk.voice),
                nextStep: next)
        })

    /// How much of what there is is wanted.
    enum Detail: String, CaseIterable { case brief, full }
}
