internal import ResyDomain
internal import ResyNative

extension Tool {
    static let notifyMe = Tool(
        name: "notify_me",
        title: "Notify list",
        description: """
            Have Resy tell the user when a table opens (Notify, a waiting list) where none was found. add needs \
            restaurant_name and date; without earliest or latest the restaurant's hours count. Returns what Resy's list \
            shows. Resy sends the message; nothing is booked.
            """,
        inputSchema: Schema.input(
            [
                "action": Schema.described(Schema.choice(NotifyAction.allCases.map(\.rawValue)), "remove needs id"),
                "restaurant_name": Schema.text("Name or link"),
                "date": Schema.text("2026-02-14, Saturday"), "party_size": Ask.party,
                "earliest": Schema.text("6pm"), "latest": Schema.text("9pm"),
                "location": Schema.text("City"), "id": Schema.text("From list"),
            ], required: ["action"]),
        outputSchema: Schema.result(
            [
                "status": Schema.choice(["added", "exists", "removed", "listed"]),
                "notifies": Schema.list(
                    Schema.result(
                        [
                            "id": Schema.string, "venue": Schema.venue, "date": Schema.day, "party_size": Schema.count,
                            "earliest": Schema.time, "latest": Schema.time,
                        ], optional: ["earliest", "latest"])),
                "note": Schema.texts, "next_step": Schema.string,
            ], optional: ["note", "next_step"]),
        // It takes entries off as well; twice is once.
        hints: Hints(isDestructive: true, isIdempotent: true),
        sendsUnasked: true,
        overdue: .notify,
        run: { arguments, desk, context in
            let order = try arguments.notifyOrder(usually: desk.party)
            let outcome = try await desk.concierge.notify(order, context: context)
            let next = NextStep.of(outcome)
            return ToolResult(
                text: NotifyText.render(outcome, now: desk.clock.now, in: desk.voice),
                structured: NotifyJSON.render(outcome, link: desk.link, nextStep: next, in: desk.voice),
                nextStep: next)
        })
}

private enum NotifyAction: String, CaseIterable { case add, list, remove }

extension Arguments {
    fileprivate func notifyOrder(usually people: Int) throws(ResyError) -> NotifyOrder {
        let action = try text("action", example: "add", limit: 20)
        // What is given beside it is read in any case, so that a wrong one is told.
        let wish = (
            date: try optionalText("date", limit: 80),
            party: try integer("party_size", default: people, in: Ask.partyRange),
            earliest: try optionalText("earliest", limit: 80), latest: try optionalText("latest", limit: 80),
            location: try optionalText("location"), id: try optionalText("id", limit: 40, takesNumbers: true)
        )
        switch NotifyAction(rawValue: action.lowercased()) {
        case .list?: return .list
        case .remove?:
            guard let id = wish.id else {
                throw Arguments.refusal(.missing(name: "id"), .give(name: "id", example: "4400001"))
            }
            return .remove(id: id)
        case .add?:
            return .add(
                NotifyWish(
                    restaurant: try text("restaurant_name", example: "Carbone", limit: Arguments.longestName),
                    date: try text("date", example: "Saturday", limit: 80), party: wish.party,
                    earliest: wish.earliest, latest: wish.latest, location: wish.location))
        case nil:
            throw Arguments.refusal(
                .noSuchChoice(name: "action", given: action), .allowed(names: NotifyAction.allCases.map(\.rawValue)))
        }
    }
}

extension NextStep {
    static func of(_ outcome: NotifyOutcome) -> String? {
        switch outcome.status {
        case .added, .exists:
            "Tell the user that Resy will send a message when a table opens, and that nothing is booked."
        case .removed, .listed: nil
        }
    }
}
