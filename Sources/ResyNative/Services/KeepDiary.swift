internal import ResyDomain

/// Gives each entry of a calendar its version, and tells of tables that were cancelled since the last one.
struct KeepDiary: Sendable {
    let reception: Reception

    /// `isWhole`: Resy's list was read, and all of it; else what was written last stands.
    func run(_ drafts: [DiaryDraft], isWhole: Bool) async throws -> [DiaryEntry] {
        let now = reception.clock.now
        let account = try await reception.call.accountKey()
        let known = try await reception.store.diary(account: account, and: drafts.map(\.id), since: now)
        let byID = Dictionary(known.map { ($0.draft.id, $0) }) { first, _ in first }
        let drafted = Set(drafts.map(\.id))
        var entries = drafts.compactMap { draft -> DiaryEntry? in
            let before = byID[draft.id]
            // What this home remembers may say less than what Resy said.
            if !isWhole, let before, before.draft.isCancelled == draft.isCancelled { return before }
            return DiaryEntry.next(draft, after: before, now: now)
        }
        let missing = known.filter { !drafted.contains($0.draft.id) && $0.isAhead(of: now) }
        let stands = try await standing(missing, isWhole: isWhole)
        entries += missing.map { stands.contains($0.draft.id) ? $0 : $0.cancelled(now: now) }
        let news = entries.filter { byID[$0.draft.id] != $0 }
        try await reception.store.writeDiary(news, account: account)
        return entries
    }

    /// Of those that the list lacks, the ones that are not known to be cancelled: a list that lacks what it had is read again
    /// before that counts.
    private func standing(_ missing: [DiaryEntry], isWhole: Bool) async throws -> Set<Int> {
        let open = Set(missing.filter { !$0.draft.isCancelled }.map(\.draft.id))
        guard !open.isEmpty else { return [] }
        guard isWhole, let again = try? await reception.list(), again.isWhole else { return open }
        return open.intersection(again.reservations.map(\.id))
    }
}
