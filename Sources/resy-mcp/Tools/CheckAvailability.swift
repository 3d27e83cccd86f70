internal import ResyDomain
internal import ResyNative

extension Tool {
    static let checkAvailability = Tool(
        name: "check_availability",
        title: "Check table availability",
        description: """
            Check which reservation times (tables) a restaurant on Resy has free on a date. \
            Use it before make_reservation, and when the user asks when they could eat somewhere. Returns the free \
            times near preferred_time (all of them without one), the evening's other times, and, if nothing fits, the \
            days that have a table; each with seating and what it costs to cancel. Changes nothing and books nothing. \
            If several restaurants fit the name, the error lists them: ask the user, then call again with location.
            """,
        inputSchema: Schema.input(
            [
                "restaurant_name": Schema.text("Name of the restaurant, e.g. Carbone", limit: Arguments.longestName),
                "date": Ask.date,
                "party_size": Ask.party,
                "preferred_time": Schema.text("Wanted time on the restaurant's clock, e.g. 19:00 or 7pm", limit: 80),
                "flexibility_minutes": Schema.integer(
                    "How many minutes before or after preferred_time still fit", in: Ask.flexibilityRange, default: 60),
                "location": Ask.location,
                "seating": Schema.text("Only this seating, e.g. Dining Room, outdoors"),
            ], required: ["restaurant_name", "date"]),
        outputSchema: Schema.result(
            [
                "venue": Schema.venue, "date": Schema.day, "party_size": Schema.count,
                "preferred_time": Schema.orNull(Schema.time), "flexibility_minutes": Schema.count,
                "slots": Schema.list(Schema.slot), "other_times": Schema.list(Schema.slot),
                "open_days": Schema.list(Schema.day), "note": Schema.note, "next_step": Schema.nextStep,
            ], optional: ["note"]),
        hints: Hints(isReadOnly: true, isIdempotent: true),
        overdue: .read,
        run: { arguments, desk, context in
            let request = AvailabilityRequest(
                restaurant: try arguments.text("restaurant_name", example: "Carbone", limit: Arguments.longestName),
                date: try arguments.text("date", example: "Saturday", limit: 80),
                party: try arguments.integer("party_size", default: 2, in: Ask.partyRange),
                preferredTime: try arguments.optionalText("preferred_time", limit: 80),
                flexibility: try arguments.integer("flexibility_minutes", default: 60, in: Ask.flexibilityRange),
                location: try arguments.optionalText("location"), seating: try arguments.optionalText("seating"))
            let found = try await desk.concierge.checkAvailability(request, context: context)
            let next = nextStep(found)
            return ToolResult(
                text: AvailabilityText.render(found, now: desk.clock.now) + "\n" + next,
                structured: AvailabilityJSON.render(found, nextStep: next))
        })

    private static let givingTheLink =
        "give the user the link (venue.url): they can book it on Resy's site themselves"

    static func nextStep(_ found: Availability) -> String {
        let shown = found.slots + found.otherTimes
        let isPartlyShut = shown.contains { !$0.isBookable }
        if shown.contains(where: \.isBookable) {
            let offer =
                found.slots.contains(where: \.isBookable)
                ? "Offer these times" : "Nothing that fits the wish can be booked here; offer the other times"
            let doubt = found.eitherTime.map { " Ask whether \(Voice.model.text($0)) is meant." } ?? ""
            let rest = isPartlyShut ? " For a time that cannot be booked here \(givingTheLink)." : ""
            return
                "\(offer) to the user, with their fees. Call make_reservation only after the user chose one.\(doubt)\(rest)"
        }
        if found.venue.isTock { return "Tell the user that it books on Tock, not on Resy, and where." }
        if isPartlyShut {
            return "Tables are open, but none can be booked here: say why, and \(givingTheLink)."
        }
        if !found.openDays.isEmpty {
            return found.venue.wantsCaptcha
                ? "Offer the open days to the user, and \(givingTheLink)."
                : "Offer the open days to the user and check the one they choose."
        }
        return "Ask the user for another day, party size or restaurant."
    }
}

/// Arguments that several tools take.
enum Ask {
    static let partyRange = 1...50
    static let flexibilityRange = 0...1440

    static let date = Schema.text(
        "Day at the restaurant: 2026-02-14, Feb 14, 2/14, Saturday, next Saturday, today, tomorrow, in 3 days",
        limit: 80)
    static let party = Schema.integer("Number of diners", in: partyRange, default: 2)
    static let location = Schema.text("City or neighborhood, to tell restaurants of one name apart, e.g. New York")
}
