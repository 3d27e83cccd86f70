internal import ResyDomain
internal import ResyNative

extension Tool {
    static let cancelReservation = Tool(
        name: "cancel_reservation",
        title: "Cancel a reservation",
        description: """
            Cancel a reservation (table booking) on the user's Resy account. Only call this after the user said which \
            one. Give confirmation_id (from my_reservations), or restaurant_name, or date; what fits several is an error \
            that lists them. Where cancelling costs money or it is not clear which is meant, the app asks the user, or \
            the reply is needs_confirmation and nothing is cancelled: show its cost and, only if the user agrees, call \
            again with the same arguments and the confirm_token. Cancelling can't be undone. After status unknown call \
            my_reservations.
            """,
        inputSchema: Schema.input([
            "restaurant_name": Schema.text("If the confirmation_id is not known"),
            "confirmation_id": Schema.text("E.g. RESY-900000123"),
            "date": Schema.text("Day of the reservation"),
            "confirm_token": Ask.confirmToken,
        ]),
        outputSchema: Schema.result(
            [
                "status": Schema.choice(["cancelled", "needs_confirmation", "declined", "not_cancelled", "unknown"]),
                "confirmation_id": Schema.string,
                "refund": Schema.described(Schema.orNull(Schema.yesOrNo), "null: not known, or nothing had been paid"),
                "charged": Schema.described(
                    Schema.orNull(Schema.result(["amount": Schema.number, "currency": Schema.string])),
                    "known to be charged by this"),
                "reservation": Schema.reservation, "terms": Schema.texts, "confirm_token": Schema.string,
                "confirm_before": Schema.moment, "note": Schema.texts, "next_step": Schema.string,
            ], optional: ["terms", "confirm_token", "confirm_before", "note", "next_step"]),
        hints: Hints(isDestructive: true),
        deed: .cancel,
        overdue: .cancellation,
        run: { arguments, desk, context in
            let request = CancellationRequest(
                restaurant: try arguments.optionalText("restaurant_name", limit: Arguments.longestName),
                confirmationID: try arguments.optionalText("confirmation_id", limit: 40, takesNumbers: true),
                date: try arguments.optionalText("date", limit: 80),
                confirmToken: try arguments.optionalText("confirm_token", limit: Arguments.longestToken, isExact: true))
            let outcome = try await desk.concierge.cancelReservation(request, context: context)
            if let question = outcome.question { return ToolResult(question) }
            let next = NextStep.of(outcome)
            return ToolResult(
                text: CancellationText.render(outcome, link: desk.link, now: desk.clock.now, in: desk.voice),
                structured: CancellationJSON.render(outcome, link: desk.link, nextStep: next, in: desk.voice),
                nextStep: next)
        })
}
