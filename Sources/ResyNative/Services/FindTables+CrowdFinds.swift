internal import ResyDomain

/// What only a find can tell of the restaurants that a search brought.
extension FindTables.Crowd {
    /// Asks for what the searches could not tell, the most promising first; `left`: what an earlier call left over.
    mutating func find(_ left: [SearchCursor.Found]) async throws {
        let earlier = left.flatMap { one in one.days.map { FindTables.FoundAt(venue: one.venue, day: $0) } }
        let evenings = earlier + promising().filter { !earlier.contains($0) }
        let known = Set(run.looked.map(\.venue.id))
        var missed: [FindTables.FoundAt] = []
        func begin() -> Bool {
            guard run.mayFind else { return false }
            run.countFind()
            return true
        }
        let rest = try await run.each(evenings, while: begin, tables) { one, answer in
            switch answer {
            // Of one that is shown no more there is not even a name.
            case .success(let tables) where tables.venue.name.isEmpty: run.answered(tables.askedAt)
            case .success(let tables):
                run.take(tables, on: one.day)
                listed.remove(one)
            case .failure(let error):
                let reason = try run.reason(error)
                if reason == nil { missed.append(one) }
                // What the search told of it still stands.
                if let reason, !hasTables(one) { run.note(.without(reason), of: one.venue, on: one.day) }
            }
        }
        // Under a cap, what is not known to be within it is not shown.
        let open = (missed + rest).filter { wish.search.mostFee != nil || !hasTables($0) }
        var order: [Int] = []
        var seen: Set<Int> = []
        for one in open where seen.insert(one.venue).inserted { order.append(one.venue) }
        let days = Dictionary(grouping: open, by: \.venue).mapValues { $0.map(\.day).sorted() }
        run.remaining.found = order.map { SearchCursor.Found(venue: $0, days: days[$0] ?? []) }
        let unnamed = order.count { !known.contains($0) }
        if unnamed > 0 { run.leftOut.append(LeftOut(.restaurants(unnamed), .notLooked)) }
    }

    /// Asks for the tables of one; what a restaurant is called is known of those that are looked at.
    var tables: @Sendable (FindTables.FoundAt) async throws -> Tables {
        let known = Dictionary(run.looked.map { ($0.venue.id, $0.venue) }) { first, _ in first }
        let (party, resy) = (wish.search.party, resy)
        return { one in
            try await resy.soon.find(
                venue: known[one.venue] ?? Venue(id: one.venue, name: ""), day: one.day, party: party)
        }
    }

    private func hasTables(_ one: FindTables.FoundAt) -> Bool {
        if case .tables? = run.known(one.venue)?.evenings[one.day] { true } else { false }
    }

    /// Those with tables in time by their rank, then those of which nothing is known by their rating.
    private func promising() -> [FindTables.FoundAt] {
        var ranking = wish.ranking
        ranking.hours.settle(on: run.looked.minutes)
        // What it costs is what a find is to tell.
        ranking.mostFee = nil
        var scored: [(one: FindTables.FoundAt, score: TableScore)] = []
        var blank: [(one: FindTables.FoundAt, rating: Double)] = []
        for one in wanting {
            guard let looked = run.known(one.venue) else { continue }
            var evening = looked
            evening.evenings = looked.evenings.filter { $0.key == one.day }
            if let result = ranking.judge(evening).result {
                scored.append((one, result.score))
            } else if !hasTables(one) {
                blank.append((one, looked.venue.rating ?? 0))
            }
        }
        scored.sort { ($0.score, $0.one.venue) < ($1.score, $1.one.venue) }
        blank.sort { (-$0.rating, $0.one.venue, $0.one.day) < (-$1.rating, $1.one.venue, $1.one.day) }
        return scored.map(\.one) + blank.map(\.one)
    }
}
