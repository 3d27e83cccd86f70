internal import ResyDomain
internal import ResyNative

extension Tool {
    static let changeReservation = Tool(
        name: "change_reservation",
        title: "Change a reservation",
        description: """
            Change a booked table to another time, date, party size or seating, or what its restaurant is told. What is not \
            given stays. Only call this after the user said what to change. The reply is needs_confirmation, or the app asks: \
            show both tables and costs and, only if the user agrees, call again with the same arguments and the confirm_token. \
            The old table is left only once the new one is held. both_held: the same call again settles it. After status \
            unknown call my_reservations.
            """,
        inputSchema: Schema.input(
            [
                "confirmation_id": Schema.text("From my_reservations"),
                "date": Schema.text("New day"),
                "time": Schema.text("New time"),
                "party_size": Schema.described(
                    ["type": "integer", "minimum": 1, "maximum": .integer(Ask.partyRange.upperBound)], "New size"),
                "seating": Schema.text("New one; else kept if free"),
                "special_requests": Schema.text("Alone: changes just that", limit: 500),
                "occasion": Schema.described(
                    Schema.choice(Occasion.allCases.map(\.rawValue)), "The restaurant is told"),
                "confirm_token": Ask.confirmToken,
            ], required: ["confirmation_id"]),
        outputSchema: Schema.result(
            [
                "status": Schema.described(
                    Schema.choice([
                        "changed", "needs_confirmation", "declined", "over_limit", "not_changed", "both_held",
                        "neither_held", "unknown",
                    ]), "not_changed: the old one stands"),
                "old": Schema.changed, "new": Schema.changed,
                "costs": Schema.result(["lost": Schema.changedFee, "at_stake": Schema.changedFee]),
                "way": Schema.choice(["resy_change", "book_then_cancel"]), "terms": Schema.texts,
                "payment_method": Schema.string, "special_requests_sent": Schema.yesOrNo,
                "confirm_token": Schema.string, "confirm_before": Schema.moment, "url": Schema.string,
                "note": Schema.texts, "next_step": Schema.string,
            ],
            optional: [
                "new", "costs", "way", "terms", "payment_method", "special_requests_sent", "confirm_token",
                "confirm_before", "url", "note", "next_step",
            ]),
        hints: Hints(isDestructive: true),
        deed: .change,
        overdue: .change,
        run: { arguments, desk, context in
            let request = ChangeRequest(
                confirmationID: try arguments.text(
                    "confirmation_id", example: "RESY-900000123", limit: 40, takesNumbers: true),
                date: try arguments.optionalText("date", limit: 80),
                time: try arguments.optionalText("time", limit: 80),
                party: try arguments.optionalInteger("party_size", in: Ask.partyRange),
                seating: try arguments.optionalText("seating"),
                specialRequests: try arguments.dinersWords("special_requests"),
                occasion: try arguments.occasion("occasion"),
                confirmToken: try arguments.optionalText("confirm_token", limit: Arguments.longestToken, isExact: true))
            let outcome = try await desk.concierge.changeReservation(request, context: context)
            if let question = outcome.question { return ToolResult(question) }
            let (now, next) = (desk.clock.now, NextStep.of(outcome))
            return ToolResult(
                text: ChangeText.render(outcome, now: now, in: desk.voice),
                structured: ChangeJSON.render(outcome, link: desk.link, nextStep: next, now: now, in: desk.voice),
                nextStep: next)
        })
}

extension Schema {
    /// As `reservation`, whose schema says more; one that is not booked has no confirmation_id.
    fileprivate static let changed = described(
        part([
            "confirmation_id": string, "venue": ["type": "object"], "date": day, "time": time, "evening": string,
            "party_size": count, "seating": string, "status": string, "cancel_by": moment, "fee": changedFee,
            "can_cancel": yesOrNo, "source": string, "special_requests": string,
        ]), "as in my_reservations")

    fileprivate static let changedFee: JSON = ["type": ["object", "null"]]
}
