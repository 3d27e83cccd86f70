internal import ResyDomain
internal import ResyNative

extension Tool {
    static let makeReservation = Tool(
        name: "make_reservation",
        title: "Book a table",
        description: """
            Book a table: a real reservation on the user's Resy account. Only call this after the user agreed to the \
            exact restaurant, date, time and party size. Where money is at stake, the app asks the user, or the reply \
            is needs_confirmation and nothing is booked: show its fee and terms and, only if the user agrees, call again \
            with the same arguments and the confirm_token. If the time is gone, the error lists others: offer them, \
            never pick. After status unknown call my_reservations; do not simply book again.
            """,
        inputSchema: Schema.input(
            [
                "restaurant_name": Ask.restaurant,
                "date": Ask.date,
                "time": Schema.text("Time on the restaurant's clock: 19:00, 7:00 PM"),
                "party_size": Ask.party,
                "special_requests": Schema.text(
                    "Wishes, e.g. high chair: sent after the booking, the restaurant may not grant them; for a booked "
                        + "table sent alone", limit: 500),
                "occasion": Schema.described(
                    Schema.choice(Occasion.allCases.map(\.rawValue)), "The restaurant is told"),
                "seating": Ask.seating,
                "location": Ask.location,
                "payment_method": Schema.text("Last four digits of a card on file; else the default card"),
                "confirm_token": Ask.confirmToken,
                "allow_overlap": Schema.flag("Book despite another reservation near that time", default: false),
            ], required: ["restaurant_name", "date", "time"]),
        outputSchema: Schema.result(
            [
                "status": Schema.choice(["booked", "needs_confirmation", "declined", "over_limit", "unknown"]),
                "already": Schema.described(Schema.yesOrNo, "true: booked before, nothing new was sent"),
                "confirmation_id": Schema.string, "venue": Schema.venue,
                "date": Schema.described(Schema.day, "the day to turn up on, also past midnight"),
                "time": Schema.time, "evening": Schema.evening, "party_size": Schema.count, "seating": Schema.string,
                "fee": Schema.fee, "terms": Schema.texts, "cancel_by": Schema.moment, "payment_method": Schema.string,
                "special_requests": Schema.string, "occasion": Schema.string,
                "special_requests_sent": Schema.described(
                    Schema.orNull(Schema.yesOrNo), "false: refused or not possible; null: not known yet, or none"),
                "confirm_token": Schema.string, "confirm_before": Schema.moment, "email": Schema.string,
                "note": Schema.texts, "next_step": Schema.string,
            ],
            optional: [
                "confirmation_id", "evening", "terms", "cancel_by", "payment_method", "special_requests", "occasion",
                "confirm_token", "confirm_before", "email", "note", "next_step",
            ]),
        hints: Hints(isDestructive: true),
        deed: .book,
        overdue: .booking,
        run: { arguments, desk, context in
            let request = BookingRequest(
                restaurant: try arguments.text("restaurant_name", example: "Carbone", limit: Arguments.longestName),
                date: try arguments.text("date", example: "Saturday", limit: 80),
                // A date such as 2026-12-05T19:00 names the time too.
                time: try arguments.optionalText("time", limit: 80) ?? "",
                party: try arguments.integer("party_size", default: desk.party, in: Ask.partyRange),
                specialRequests: try arguments.dinersWords("special_requests"),
                seating: try arguments.optionalText("seating"),
                location: try arguments.optionalText("location"),
                paymentMethod: try arguments.optionalText("payment_method", limit: 40, takesNumbers: true),
                confirmToken: try arguments.optionalText("confirm_token", limit: Arguments.longestToken, isExact: true),
                allowOverlap: try arguments.flag("allow_overlap", default: false),
                occasion: try arguments.occasion("occasion"))
            let outcome = try await desk.concierge.makeReservation(request, context: context)
            if let question = outcome.question { return ToolResult(question) }
            let next = NextStep.of(outcome)
            return ToolResult(
                text: BookingText.render(outcome, now: desk.clock.now, in: desk.voice),
                structured: BookingJSON.render(outcome, nextStep: next, in: desk.voice), nextStep: next)
        })
}
