internal import ResyDomain

/// The restaurants that words and a place find.
extension FindTables {
    /// What is searched for, and where.
    struct Around: Sendable {
        /// Empty for all.
        let words: String
        /// Nil: everywhere.
        let area: SearchArea?
        let finder: FindPlace
        let coverage = Coverage()

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
        private let seen = Lock<[CalendarDay: (shown: Int, total: Int)]>([:])
        private let there = Lock(false)

        /// A restaurant said that it lies in the place that was asked for.
        var isThere: Bool { there.withLock { $0 } }

        var hasAnswers: Bool { seen.withLock { !$0.isEmpty } }

        func noteOneThere() { there.withLock { $0 = true } }

        func note(_ shown: Int, of total: Int, on day: CalendarDay) { seen.withLock { $0[day] = (shown, total) } }

        var value: SearchRemark? {
            let widest = seen.withLock { $0.values.max { $0.total - $0.shown < $1.total - $1.shown } }
            return widest.flatMap { $0.total > $0.shown ? .moreThere(shown: $0.shown, total: $0.total) : nil }
        }
    }

    /// How far around the middle of a neighborhood's restaurants the rest of them are looked for.
    private static let neighborhood = 1_500

    /// Nil where a list is all that was given, or its words are done.
    func around(
        _ search: TableSearch, _ cursor: SearchCursor?, _ run: SearchRun, _ resy: ResyCall
    ) async throws -> Around? {
        guard search.words != nil || search.restaurants.isEmpty else { return nil }
        if let cursor, cursor.pages.isEmpty, cursor.found.isEmpty { return nil }
        var (words, place) = (search.words ?? "", search.location)
        if place != nil {
            words = SearchFillers.without(words)
        } else {
            let split = SearchWords(words)
            (words, place) = (split.words, split.place)
        }
        let finder = FindPlace(resy: resy, places: places, store: store, clock: clock)
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

    /// Answers where it was searched: around what, where the middle of a neighborhood was learned.
    func lookAround(
        _ around: Around, _ wish: SearchWish, _ cursor: SearchCursor?, _ run: SearchRun, _ resy: ResyCall
    ) async throws -> SearchArea? {
        var pages = cursor?.pages ?? wish.days.map { SearchCursor.Page(day: $0, number: 1) }
        var crowd = Crowd(around: around, wish: wish, resy: resy, run: run)
        if let first = pages.first, around.area?.narrowed != nil, first.number == 1 {
            // It shows whether the neighborhood is to be searched by itself.
            pages.removeFirst()
            try await crowd.search([first])
            try await crowd.focus(on: first.day)
        }
        try await crowd.search(pages)
        try await crowd.searchOn()
        try await crowd.find(cursor?.found ?? [])
        return crowd.area
    }

    /// The restaurants that it comes to, as they are found.
    private struct Crowd {
        let around: Around
        let wish: SearchWish
        let resy: ResyCall
        let run: SearchRun
        /// Where it is searched: the area, or the middle of its restaurants.
        var area: SearchArea?
        /// On each day those of the wider circle that lie in the area.
        private var there: [CalendarDay: [Venue]] = [:]
        /// On each day how many hits there are in all, and how many were shown.
        private var totals: [CalendarDay: (shown: Set<Int>, total: Int, page: Int)] = [:]
        /// Evenings that only a find can tell of.
        private var wanting: [(venue: Int, day: CalendarDay)] = []

        init(around: Around, wish: SearchWish, resy: ResyCall, run: SearchRun) {
            (self.around, self.wish, self.resy, self.run) = (around, wish, resy, run)
            area = around.area
        }

        mutating func search(_ pages: [SearchCursor.Page]) async throws {
            let (area, party, resy, finder) = (area, wish.search.party, resy, around.finder)
            // A place that is on no map is searched for by its name.
            let words = [around.words, area?.words ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            var missed: [SearchCursor.Page] = []
            var came: [(SearchCursor.Page, SearchPage)] = []
            let rest = try await run.each(pages, while: { run.mayGoOn }) { page in
                try await resy.searchTables(
                    words, in: area, day: page.day, party: party, page: page.number,
                    zone: { await finder.zone(of: $0) })
            } take: { page, answer in
                switch answer {
                case .success(let hits): came.append((page, hits))
                case .failure(let error):
                    if let reason = try run.reason(error) {
                        run.leftOut.append(LeftOut(.day(page.day), reason))
                    } else {
                        missed.append(page)
                    }
                }
            }
            for (page, hits) in came.sorted(by: { $0.0.day < $1.0.day }) { take(hits, of: page) }
            for page in (missed + rest).sorted(by: { $0.day < $1.day }) {
                run.remaining.pages.append(page)
                if page.number == 1 { run.leftOut.append(LeftOut(.day(page.day), .notLooked)) }
            }
        }

        private mutating func take(_ hits: SearchPage, of page: SearchCursor.Page) {
            run.answered(hits.askedAt)
            let day = page.day
            run.note(day)
            var total = totals[day] ?? ([], 0, 0)
            total.shown.formUnion(hits.hits.map(\.venue.id))
            total = (total.shown, max(hits.total, total.shown.count), max(total.page, page.number))
            totals[day] = total
            around.coverage.note(total.shown.count, of: total.total, on: day)
            if hits.unread > 0 {
                run.leftOut.append(
                    LeftOut(.restaurants(hits.unread), .unread(.service(.schema(path: "$.search.hits")))))
            }
            for hit in hits.hits where isThere(hit.venue) {
                around.coverage.noteOneThere()
                there[day, default: []].append(hit.venue)
                take(hit, on: day)
            }
        }

        private mutating func take(_ hit: TableHit, on day: CalendarDay) {
            let venue = hit.venue
            // A restaurant of the list is looked at more closely already.
            guard run.known(venue.id)?.evenings[day] == nil else { return }
            run.look(at: venue, isNamed: false)
            if let slots = hit.slots {
                run.note(.tables(slots), of: venue.id, on: day)
                if hit.needsFind, !slots.isEmpty { wanting.append((venue.id, day)) }
            } else if let absence = venue.absence(on: day) {
                run.note(.without(.absence(absence)), of: venue.id, on: day)
            } else if let sizes = venue.sizes(insteadOf: wish.search.party) {
                run.note(.without(.sizes(sizes)), of: venue.id, on: day)
            } else {
                run.note(.without(.notLooked), of: venue.id, on: day)
                wanting.append((venue.id, day))
            }
        }

        /// Whether it lies where the diner wants it.
        private func isThere(_ venue: Venue) -> Bool {
            guard let narrowed = around.area?.narrowed else { return true }
            return PlaceWish(narrowed, among: [venue]).standing(of: venue) >= .near
        }

        /// Where Resy has more hits than it shows and few of these lie in the neighborhood, it is searched around their middle.
        mutating func focus(on day: CalendarDay) async throws {
            guard let total = totals[day], total.total > total.shown.count, var closer = area,
                case let near = there[day] ?? [], near.count < wish.search.limit
            else { return }
            let points = near.compactMap { venue in
                venue.latitude.flatMap { north in venue.longitude.map { (north, $0) } }
            }
            guard !points.isEmpty else { return }
            closer.latitude = points.map(\.0).reduce(0, +) / Double(points.count)
            closer.longitude = points.map(\.1).reduce(0, +) / Double(points.count)
            closer.radiusMetres = FindTables.neighborhood
            closer.isPoint = true
            area = closer
            totals[day] = nil
            try await search([SearchCursor.Page(day: day, number: 1)])
            // What the wider circle showed still stands where the closer look did not come about.
            if totals[day] == nil { totals[day] = total }
        }

        /// Second pages, where the first ones leave room in the answer.
        mutating func searchOn() async throws {
            var ranking = wish.ranking
            ranking.hours.settle(on: run.looked.minutes)
            let fitting = run.looked.filter { ranking.judge($0).result != nil }.count
            guard fitting < wish.search.limit else { return }
            let more = totals.filter { $0.value.total > $0.value.shown.count && $0.value.page < SearchCursor.mostPages }
            try await search(more.keys.sorted().map { SearchCursor.Page(day: $0, number: SearchCursor.mostPages) })
        }

        /// Asks for what the searches could not tell, the most promising first; `left`: what an earlier call left over.
        mutating func find(_ left: [SearchCursor.Found]) async throws {
            let earlier = left.flatMap { one in one.days.map { (venue: one.venue, day: $0) } }
            let evenings = earlier + promising().filter { one in !earlier.contains { $0 == one } }
            let (party, resy) = (wish.search.party, resy)
            let known = Dictionary(run.looked.map { ($0.venue.id, $0.venue) }) { first, _ in first }
            var missed: [(venue: Int, day: CalendarDay)] = []
            func begin() -> Bool {
                guard run.mayFind else { return false }
                run.countFind()
                return true
            }
            let rest = try await run.each(evenings, while: begin) { one in
                try await resy.soon.find(
                    venue: known[one.venue] ?? Venue(id: one.venue, name: ""), day: one.day, party: party)
            } take: { one, answer in
                switch answer {
                // Of one that is shown no more there is not even a name.
                case .success(let tables) where tables.venue.name.isEmpty: run.answered(tables.askedAt)
                case .success(let tables): run.take(tables, on: one.day)
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
            for one in open where !order.contains(one.venue) { order.append(one.venue) }
            run.remaining.found = order.prefix(SearchCursor.mostFound).map { venue in
                SearchCursor.Found(venue: venue, days: open.filter { $0.venue == venue }.map(\.day).sorted())
            }
            let unnamed = order.filter { known[$0] == nil }.count
            if unnamed > 0 { run.leftOut.append(LeftOut(.restaurants(unnamed), .notLooked)) }
        }

        private func hasTables(_ one: (venue: Int, day: CalendarDay)) -> Bool {
            if case .tables? = run.known(one.venue)?.evenings[one.day] { true } else { false }
        }

        /// Those with tables in time by their rank, then those of which nothing is known by their rating.
        private func promising() -> [(venue: Int, day: CalendarDay)] {
            var ranking = wish.ranking
            ranking.hours.settle(on: run.looked.minutes)
            // What it costs is what a find is to tell.
            ranking.mostFee = nil
            var scored: [(one: (venue: Int, day: CalendarDay), score: TableScore)] = []
            var blank: [(one: (venue: Int, day: CalendarDay), rating: Double)] = []
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
}
