internal import ResyDomain
internal import ResyNative

extension Tool {
    static let makeReservation = Tool(
        name: "make_reservation",
        title: "Book a table",
        description: """
            Book a table: makes a real reservation on the user's Resy account. Only call this after the user has \
            agreed to the exact restaurant, date, time and party size; show them first. Where money is at stake, the \
            app asks the user, or the reply is needs_confirmation with fee, terms and a confirm_token and nothing is \
            booked: show these and, only if the user agrees, call again with the same arguments and the \
            confirm_token. If the time is gone, the error lists others: offer them, never pick. After status unknown \
            call my_reservations; do not simply book again.
            """,
        inputSchema: Schema.input(
            [
                "restaurant_name": Schema.text("Name of the restaurant, e.g. Carbone", limit: Arguments.longestName),
                "date": Ask.date,
                "time": Schema.text("Time on the restaurant's clock, e.g. 19:00 or 7:00 PM", limit: 80),
                "party_size": Ask.party,
                "special_requests": Schema.text(
                    "Wishes for the restaurant, e.g. quiet table, high chair needed: sent after the booking, it may not grant "
                        + "them; for a booked table sent alone", limit: 500),
                "occasion": Schema.described(
                    Schema.choice(Occasion.allCases.map(\.rawValue)), "What is celebrated; the restaurant is told"),
                "seating": Schema.text("Which seating, as check_availability names it, e.g. Dining Room"),
                "location": Ask.location,
                "payment_method": Schema.text(
                    "Which card on file: its last four digits; else the default card", limit: 40),
                "confirm_token": Schema.text(
                    "From a needs_confirmation reply, after the user agreed to its fee and terms",
                    limit: Arguments.longestToken),
                "allow_overlap": Schema.flag(
                    "Book even if another reservation of the user is near that time", default: false),
            ], required: ["restaurant_name", "date", "time"]),
        outputSchema: Schema.result(
            [
                "status": Schema.choice(["booked", "needs_confirmation", "declined", "unknown"]),
                "confirmation_id": Schema.orNull(Schema.string), "venue": Schema.venue,
                "date": Schema.described(Schema.day, "the day to turn up on, also past midnight"),
                "time": Schema.time,
                "evening": Schema.evening,
                "party_size": Schema.count, "seating": Schema.string, "fee": Schema.fee,
                "terms": Schema.described(Schema.list(Schema.string), "left out where they are not known"),
                "cancel_by": Schema.moment,
                "confirm_token": Schema.confirmToken, "confirm_before": Schema.moment,
                "payment_method": Schema.orNull(Schema.string), "special_requests": Schema.orNull(Schema.string),
                "occasion": Schema.orNull(Schema.string),
                "special_requests_sent": Schema.described(
                    Schema.orNull(Schema.yesOrNo),
                    "true: the reservation shows them; false: refused or not possible; null: not known yet, or none"),
                "email": Schema.described(Schema.orNull(Schema.string), "where Resy mails the confirmation"),
                "note": Schema.note, "next_step": Schema.nextStep,
            ], optional: ["evening", "terms", "note"]),
        hints: Hints(isDestructive: true),
        deed: .book,
        overdue: .booking,
        run: { arguments, desk, context in
            let request = BookingRequest(
                restaurant: try arguments.text("restaurant_name", example: "Carbone", limit: Arguments.longestName),
                date: try arguments.text("date", example: "Saturday", limit: 80),
                // A date such as 2026-12-05T19:00 names the time too.
                time: try arguments.optionalText("time", limit: 80) ?? "",
                party: try arguments.integer("party_size", default: 2, in: Ask.partyRange),
                specialRequests: try arguments.dinersWords("special_requests"),
                seating: try arguments.optionalText("seating"),
                location: try arguments.optionalText("location"),
                paymentMethod: try arguments.optionalText("payment_method", limit: 40, takesNumbers: true),
                confirmToken: try arguments.optionalText("confirm_token", limit: Arguments.longestToken, isExact: true),
                allowOverlap: try arguments.flag("allow_overlap", default: false),
                occasion: try arguments.occasion("occasion"))
            let outcome = try await desk.concierge.makeReservation(request, context: context)
            if let question = outcome.question { return ToolResult(question) }
            let next = nextStep(outcome)
            return ToolResult(
                text: BookingText.render(outcome, now: desk.clock.now) + "\n" + next,
                structured: BookingJSON.render(outcome, nextStep: next))
        })

    static func nextStep(_ outcome: BookingOutcome) -> String {
        switch outcome.status {
        case .needsConfirmation where outcome.isAboutWishAlone:
            "The table is booked, no booking was sent. Show the user both texts. Only if they agree to replace the one "
                + "that is there, call make_reservation again with the same arguments and this confirm_token."
        case .booked where outcome.wishes.areSent == false:
            "Tell the user the confirmation, until when it can be cancelled, and that the wish was not delivered."
        case .booked where outcome.wishes.contains { $0.isSent == nil }:
            "Tell the user the confirmation, until when it can be cancelled, and that the restaurant is not known to have the "
                + "wish yet: my_reservations shows later whether it does."
        case .booked: "Tell the user the confirmation and until when it can be cancelled."
        case .needsConfirmation:
            "Nothing is booked. Show the user the table, the fee and the terms. Only if they agree, call "
                + "make_reservation again with the same arguments and this confirm_token."
        case .declined: "Do not try again unless the user asks for it."
        case .unknown: "Call my_reservations before anything else; do not book again until it shows no such table."
        }
    }
}
