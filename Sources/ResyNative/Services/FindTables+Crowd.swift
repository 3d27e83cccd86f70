internal import ResyDomain

extension FindTables {
    /// The restaurants that it comes to, as they are found.
    struct Crowd {
        /// How far around the middle of a neighborhood's restaurants the rest of them are looked for.
        private static let neighborhood = 1_500

        let around: Around
        let wish: SearchWish
        let resy: ResyCall
        let run: SearchRun
        /// Where it is searched: the area, or the middle of its restaurants.
        var area: SearchArea?
        /// On each day those of the wider circle that lie in the area.
        private var there: [CalendarDay: [Venue]] = [:]
        /// How many hits there are in all, and how many were shown.
        private var totals: [Coverage.Theme: (shown: Set<Int>, total: Int, page: Int)] = [:]
        /// Evenings that only a find can tell of.
        private var wanting: [(venue: Int, day: CalendarDay)] = []

        /// One search.
        struct Query: Sendable {
            let page: SearchCursor.Page
            let words: String

            var theme: Coverage.Theme { Coverage.Theme(day: page.day, words: words) }
        }

        init(around: Around, wish: SearchWish, resy: ResyCall, run: SearchRun) {
            (self.around, self.wish, self.resy, self.run) = (around, wish, resy, run)
            area = around.area
        }

        mutating func search(_ queries: [Query]) async throws {
            let (area, party, resy, finder) = (area, wish.search.party, resy, around.finder)
            var missed: [Query] = []
            var came: [(Query, SearchPage)] = []
            let rest = try await run.each(queries, while: { run.mayGoOn }) { query in
                try await resy.searchTables(
                    query.words, in: area, day: query.page.day, party: party, page: query.page.number,
                    zone: { await finder.zone(of: $0) })
            } take: { query, answer in
                switch answer {
                case .success(let hits): came.append((query, hits))
                case .failure(let error):
                    if let reason = try run.reason(error) {
                        run.leaveOut(query.page.day, reason)
                    } else {
                        missed.append(query)
                    }
                }
            }
            for (query, hits) in came.sorted(by: { $0.0.page.day < $1.0.page.day }) { take(hits, of: query) }
            // One that goes on asks for all the words of a page: what was answered a moment ago is remembered.
            for page in Set((missed + rest).map(\.page)).sorted(by: { ($0.day, $0.number) < ($1.day, $1.number) }) {
                run.remaining.pages.append(page)
                if page.number == 1 { run.leaveOut(page.day, .notLooked) }
            }
        }

        private mutating func take(_ hits: SearchPage, of query: Query) {
            run.answered(hits.askedAt)
            let (day, theme) = (query.page.day, query.theme)
            run.note(day)
            var total = totals[theme] ?? ([], 0, 0)
            total.shown.formUnion(hits.hits.map(\.venue.id))
            total = (total.shown, max(hits.total, total.shown.count), max(total.page, query.page.number))
            totals[theme] = total
            around.coverage.note(total.shown.count, of: total.total, on: theme)
            if hits.unread > 0 {
                run.leftOut.append(
                    LeftOut(.restaurants(hits.unread), .unread(.service(.schema(path: "$.search.hits")))))
            }
            for hit in hits.hits where isThere(hit.venue) {
                around.coverage.noteOneThere()
                if there[day]?.contains(where: { $0.id == hit.venue.id }) != true {
                    there[day, default: []].append(hit.venue)
                }
                take(hit, on: day)
            }
        }

        private mutating func take(_ hit: TableHit, on day: CalendarDay) {
            let venue = hit.venue
            // A restaurant of the list is looked at more closely already.
            guard run.known(venue.id)?.evenings[day] == nil else { return }
            run.look(at: venue, isNamed: false)
            if let slots = hit.slots {
                run.note(evening(hit, slots, on: day), of: venue.id, on: day)
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

        /// Where it has no table Resy may say why, unless its doors or its tables for so many are the reason.
        private func evening(_ hit: TableHit, _ slots: [Slot], on day: CalendarDay) -> LookedAt.Evening {
            guard slots.isEmpty, let reason = hit.status.reason, hit.venue.absence(on: day) == nil,
                hit.venue.sizes(insteadOf: wish.search.party) == nil
            else { return .tables(slots) }
            return .without(reason)
        }

        /// Whether it lies where the diner wants it.
        private func isThere(_ venue: Venue) -> Bool {
            guard let narrowed = around.area?.narrowed else { return true }
            return PlaceWish(narrowed, among: [venue]).standing(of: venue) >= .near
        }

        /// Where Resy has more hits than it shows and few of these lie in the neighborhood, it is searched around their middle.
        mutating func focus(on day: CalendarDay) async throws {
            let crowded = totals.filter { $0.key.day == day && $0.value.total > $0.value.shown.count }
            guard !crowded.isEmpty, var closer = area, case let near = there[day] ?? [],
                near.count < wish.search.limit
            else { return }
            let points = near.compactMap { venue in
                venue.latitude.flatMap { north in venue.longitude.map { (north, $0) } }
            }
            guard !points.isEmpty else { return }
            closer.latitude = points.map(\.0).reduce(0, +) / Double(points.count)
            closer.longitude = points.map(\.1).reduce(0, +) / Double(points.count)
            closer.radiusMetres = Self.neighborhood
            closer.isPoint = true
            area = closer
            for theme in crowded.keys { totals[theme] = nil }
            let page = SearchCursor.Page(day: day, number: 1)
            try await search(
                around.words.filter { words in crowded.keys.contains { $0.words == words } }.map {
                    Query(page: page, words: $0)
                })
            // What the wider circle showed still stands where the closer look did not come about.
            totals.merge(crowded) { closer, _ in closer }
        }

        /// Second pages, where the first ones leave room in the answer.
        mutating func searchOn() async throws {
            var ranking = wish.ranking
            ranking.hours.settle(on: run.looked.minutes)
            let fitting = run.looked.filter { ranking.judge($0).result != nil }.count
            guard fitting < wish.search.limit else { return }
            let more = totals.filter { $0.value.total > $0.value.shown.count && $0.value.page < SearchCursor.mostPages }
            let themes = more.keys.sorted { ($0.day, $0.words) < ($1.day, $1.words) }
            try await search(
                themes.map { theme in
                    Query(page: SearchCursor.Page(day: theme.day, number: SearchCursor.mostPages), words: theme.words)
                })
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
