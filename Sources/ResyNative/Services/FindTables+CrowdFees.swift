internal import ResyDomain

/// What a table costs a large party, or whether it is within a cap: a search tells the usual fees of a restaurant alone, a find
/// those of each table.
extension FindTables.Crowd {
    /// From so many on a restaurant may charge more.
    private static let largeParty = 5

    private var asksForFees: Bool { wish.search.party >= Self.largeParty || wish.search.mostFee != nil }

    /// Finds those that are shown, the best first, as far as the call's finds and the budget go. Answers how many restaurants are
    /// shown with the fees that the search has.
    mutating func verify() async throws -> Int {
        guard asksForFees else { return 0 }
        let run = run
        var asked: Set<FindTables.FoundAt> = []
        var isOver = false
        while !isOver, !run.hasNoFind {
            let open = shownAsListed().filter { asked.insert($0).inserted }
            guard !open.isEmpty else { break }
            let tables = self.tables
            func begin() -> Bool {
                guard !isOver, !run.hasNoFind, run.mayGoOn else { return false }
                run.countFind()
                return true
            }
            let rest = try await run.each(open, while: begin, tables) { one, answer in
                switch answer {
                case .success(let tables):
                    run.take(tables, on: one.day)
                    listed.remove(one)
                // All was looked at by then: the search's word is told as that.
                case .failure(is BudgetSpent): isOver = true
                case .failure(let error): _ = try run.reason(error)
                }
            }
            if !rest.isEmpty { isOver = true }
        }
        return Set(shownAsListed().map(\.venue)).count
    }

    /// Evenings in the answer, as it would be by now, that no find has told of.
    private func shownAsListed() -> [FindTables.FoundAt] {
        var ranking = wish.ranking
        ranking.hours.settle(on: run.looked.minutes)
        return ranking.judge(run.looked, limit: wish.search.limit).results.flatMap { result in
            result.evenings.map { FindTables.FoundAt(venue: result.venue.id, day: $0.day) }
        }.filter(listed.contains)
    }
}
