internal import ResyDomain
internal import ResyNative

extension Tool {
    static let cancelReservation = Tool(
        name: "cancel_reservation",
        title: "Cancel a reservation",
        description: """
            Cancel a reservation (table booking) on the user's Resy account. Only call this after the user said which \
            one to cancel. Give confirmation_id (from my_reservations) or restaurant_name; a name that fits several \
            reservations is an error that lists them. Where cancelling costs money, the app asks the user, or the \
            reply is needs_confirmation with fee, terms and a confirm_token and nothing is cancelled: show these \
            and, only if the user agrees, call again with the same arguments and the confirm_token. A cancelled \
            table cannot be had back. After status unknown call my_reservations.
            """,
        inputSchema: Schema.input([
            "restaurant_name": Schema.text(
                "Name of the restaurant, if the confirmation_id is not known", limit: Arguments.longestName),
            "confirmation_id": Schema.text("E.g. RESY-900000123; the number alone will do", limit: 40),
            "confirm_token": Schema.text(
                "From a needs_confirmation reply, after the user agreed to the fee", limit: Arguments.longestToken),
        ]),
        outputSchema: Schema.result(
            [
                "status": Schema.choice(["cancelled", "needs_confirmation", "declined", "not_cancelled", "unknown"]),
                "confirmation_id": Schema.string,
                "refund": Schema.described(Schema.orNull(Schema.yesOrNo), "null: not known, or nothing had been paid"),
                "terms": Schema.described(
                    Schema.list(Schema.string), "only with needs_confirmation, and where they are known"),
                "confirm_token": Schema.confirmToken, "confirm_before": Schema.moment,
                "reservation": Schema.reservation, "note": Schema.note, "next_step": Schema.nextStep,
            ], optional: ["terms", "note"]),
        hints: Hints(isDestructive: true),
        deed: .cancel,
        overdue: .cancellation,
        run: { arguments, desk, context in
            let request = CancellationRequest(
                restaurant: try arguments.optionalText("restaurant_name", limit: Arguments.longestName),
                confirmationID: try arguments.optionalText("confirmation_id", limit: 40, takesNumbers: true),
                confirmToken: try arguments.optionalText("confirm_token", limit: Arguments.longestToken, isExact: true))
            guard request.restaurant != nil || request.confirmationID != nil else {
                throw ResyError(
                    .badRequest, .argument(.neither(name: "restaurant_name", nor: "confirmation_id")),
                    advice: [.argument(.listAndAsk)])
            }
            let outcome = try await desk.concierge.cancelReservation(request, context: context)
            if let question = outcome.question { return ToolResult(question) }
            let next = nextStep(outcome)
            return ToolResult(
                text: CancellationText.render(outcome, link: desk.link, now: desk.clock.now) + "\n" + next,
                structured: CancellationJSON.render(outcome, link: desk.link, nextStep: next))
        })

    static func nextStep(_ outcome: CancellationOutcome) -> String {
        switch outcome.status {
        case .cancelled: "Tell the user it is cancelled, and what is known of a refund."
        case .needsConfirmation:
            "Nothing is cancelled. Show the user what cancelling costs. Only if they agree, call cancel_reservation "
                + "again with the same arguments and this confirm_token."
        case .declined: "Do not try again unless the user asks for it."
        case .notCancelled: "Tell the user that the table is still booked; the restaurant can be called."
        case .unknown: "Call my_reservations before anything else."
        }
    }
}
