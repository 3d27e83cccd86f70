internal import ResyDomain

/// The restaurants that words and a place find.
extension FindTables {
    /// What is searched for, and where.
    struct Around: Sendable {
        /// Each of them is what a diner would like; one that is empty is for all.
        let words: [String]
        /// Nil: everywhere.
        let area: SearchArea?
        let finder: FindPlace
        let coverage = Coverage()

        /// Throws `bad_request` where a place stands among words that were searched for everywhere, and is no part of a
        /// restaurant's name.
        func checkWords(_ run: SearchRun) throws {
            guard area == nil, run.end == nil, coverage.hasAnswers, !run.looked.contains(where: \.isNamed) else {
                return
            }
            for words in words {
                guard let place = SearchWords.place(among: words),
                    !run.looked.contains(where: { SearchWords.hasWords(of: place, in: $0.venue.name) })
                else { continue }
                throw ResyError(
                    .badRequest, .search(.placeAmongWords(place)), advice: [.search(.giveAsPlace(place))])
            }
        }

        /// Throws `bad_request` where nothing showed that the words for the place are one.
        func check(_ run: SearchRun) throws {
            guard let area, area.isDoubtful, run.end == nil, coverage.hasAnswers, !coverage.isThere,
                !run.looked.contains(where: \.isNamed)
            else { return }
            throw ResyError(
                .badRequest, .venue(.unknownPlace(area.narrowed ?? area.name)), advice: [.venue(.givePlace)])
        }
    }

    /// Whether Resy has more of them than were looked at.
    final class Coverage: Sendable {
        /// What one search is for.
        struct Theme: Hashable, Sendable {
            let day: CalendarDay
            let words: String
        }

        private let seen = Lock<[Theme: (shown: Int, total: Int)]>([:])
        private let there = Lock(false)

        /// A restaurant said that it lies in the place that was asked for.
        var isThere: Bool { there.withLock { $0 } }

        var hasAnswers: Bool { seen.withLock { !$0.isEmpty } }

        func noteOneThere() { there.withLock { $0 = true } }

        func note(_ shown: Int, of total: Int, on theme: Theme) { seen.withLock { $0[theme] = (shown, total) } }

        var value: SearchRemark? {
            let widest = seen.withLock { $0.values.max { $0.total - $0.shown < $1.total - $1.shown } }
            return widest.flatMap { $0.total > $0.shown ? .moreThere(shown: $0.shown, total: $0.total) : nil }
        }
    }

    /// Nil where a list is all that was given, or its words are done.
    func around(
        _ search: TableSearch, _ cursor: SearchCursor?, _ run: SearchRun, _ resy: ResyCall
    ) async throws -> Around? {
        guard search.words != nil || search.restaurants.isEmpty else { return nil }
        if let cursor, cursor.pages.isEmpty, cursor.found.isEmpty { return nil }
        var (said, place) = (search.words ?? "", search.location)
        if place == nil {
            let split = SearchWords(said)
            (said, place) = (split.words, split.place)
        }
        let words = SearchFillers.alternatives(said)
        let finder = FindPlace(
            resy: resy, places: lookout.places, store: lookout.store, clock: lookout.clock,
            usualCity: lookout.usualCity)
        guard let place else { return Around(words: words, area: nil, finder: finder) }
        do {
            return Around(words: words, area: try await finder.find(place), finder: finder)
        } catch let error as ResyError where error.code == .badRequest {
            throw error
        } catch {
            guard !search.restaurants.isEmpty else {
                throw (error as? BudgetSpent)?.explained ?? error
            }
            // The list can be looked at all the same.
            _ = try run.reason(error)
            return nil
        }
    }

    /// Answers where it was searched: around what, where the middle of a neighborhood was learned; and what is to know of that.
    func lookAround(
        _ around: Around, _ wish: SearchWish, _ cursor: SearchCursor?, _ run: SearchRun, _ resy: ResyCall
    ) async throws -> (area: SearchArea?, remarks: [SearchRemark]) {
        var pages = cursor?.pages ?? wish.days.map { SearchCursor.Page(day: $0, number: 1) }
        var crowd = Crowd(around: around, wish: wish, resy: resy, run: run)
        if let cursor { goOn(from: cursor, &pages, crowd) }
        // Each of the words by itself.
        func queries(_ pages: [SearchCursor.Page]) -> [Crowd.Query] {
            pages.flatMap { page in around.words.map { Crowd.Query(page: page, words: $0) } }
        }
        if let first = pages.first, around.area?.narrowed != nil, first.number == 1 {
            // It shows whether the neighborhood is to be searched by itself.
            pages.removeFirst()
            try await crowd.search(queries([first]))
            try await crowd.focus(on: first.day)
        }
        try await crowd.search(queries(pages))
        // A weekday that is today, and nobody has a table left.
        if let later = wish.later, pages.contains(where: { $0.day == wish.today }), run.mayGoOn,
            !run.looked.contains(where: { $0.mayHaveTables(on: wish.today) })
        {
            run.move(from: wish.today, to: later)
            try await crowd.search(queries([SearchCursor.Page(day: later, number: 1)]))
        }
        if cursor == nil { try around.checkWords(run) }
        try await crowd.searchOn()
        crowd.settlePlaces()
        crowd.leaveRest()
        try await crowd.find(cursor?.found ?? [])
        // Last, with what is left of the finds and the budget.
        let unverified = try await crowd.verify()
        let fees: [SearchRemark] = unverified > 0 ? [.feesAsListed(unverified)] : []
        let remarks = crowd.placeRemarks() + fees
        return (crowd.area, remarks)
    }

    /// Before more is searched for, what was found by then is looked at; what no call reaches stays said.
    private func goOn(from cursor: SearchCursor, _ pages: inout [SearchCursor.Page], _ crowd: Crowd) {
        let run = crowd.run
        run.remaining.dropped = cursor.dropped
        if cursor.dropped > 0 { run.leftOut.append(LeftOut(.restaurants(cursor.dropped), .notLooked)) }
        let later = pages.filter { $0.number > 1 }
        if cursor.found.count > SearchRun.mostFinds {
            pages.removeAll { $0.number > 1 }
            for page in later { crowd.goOn(with: page) }
        }
        guard pages.isEmpty else { return }
        run.remaining.unseen = cursor.unseen
        if cursor.unseen > 0 { run.leftOut.append(LeftOut(.restaurants(cursor.unseen), .notLooked)) }
    }
}
