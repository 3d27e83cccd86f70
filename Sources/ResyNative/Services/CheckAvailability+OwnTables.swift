internal import ResyDomain

/// What this home knows of the account's tables that evening. Resy is not asked for it.
extension CheckAvailability {
    /// A home that cannot be read takes nothing from the answer.
    func withOwnTables(_ answer: Availability) async -> Availability {
        guard let account = try? await lookout.call.accountKey(), !account.isEmpty,
            let book = try? await Ledger(
                store: lookout.store, clock: lookout.clock, account: account, showsCancelled: false
            ).look(since: answer.day)
        else { return answer }
        var answer = answer
        let held = book.tables.filter { $0.standing == .remembered }.map(\.reservation)
            .filter { $0.evening == answer.day }
            .sorted { Evening.minutes(of: $0.time) < Evening.minutes(of: $1.time) }
        if !held.isEmpty { answer.remarks.append(.evening(.held(held.map { NamedTable($0) }))) }
        answer.remarks += book.openBookings.filter { $0.key.day == answer.day }
            .map { .evening(.maybeHeld(NamedTable($0))) }
        return answer
    }
}
