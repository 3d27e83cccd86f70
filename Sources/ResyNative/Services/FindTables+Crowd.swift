internal import ResyDomain

extension FindTables {
    /// One restaurant on one evening.
    struct FoundAt: Hashable, Sendable {
        let venue: Int
        let day: CalendarDay
    }

    /// The restaurants that it comes to, as they are found.
    struct Crowd {
        /// Pages of one search that one call reads.
        static let mostPages = 2
        /// Second pages that are read though the first ones fill the answer: on more of them than that a search would be dear.
        static let mostSecondPages = 2

        let around: Around
        let wish: SearchWish
        let resy: ResyCall
        let run: SearchRun
        /// Where it is searched: the area, or the middle of its restaurants.
        var area: SearchArea?
        /// It is searched in a circle of its own, so its pages are not those of the city.
        var isFocused = false
        /// On each day those of the wider circle that lie in the area, and those that may.
        var there: [CalendarDay: [Venue]] = [:]
        var beside: [CalendarDay: [TableHit]] = [:]
        var unstated: [CalendarDay: [TableHit]] = [:]
        var totals: [Coverage.Theme: Seen] = [:]
        /// The same of searches with a neighborhood's name.
        var byName: [Coverage.Theme: Seen] = [:]
        /// The neighborhood's name, where it brings all that the city has there.
        var name: String?
        /// Evenings whose tables are as the search has them.
        var listed: Set<FoundAt> = []
        /// Evenings that only a find can tell of.
        var wanting: [FoundAt] = []

        /// One search.
        struct Query: Sendable {
            let page: SearchCursor.Page
            let words: String
            /// A neighborhood whose name the hits shall have, to try whether they do.
            var place: String?

            var theme: Coverage.Theme { Coverage.Theme(day: page.day, words: words) }
        }

        /// How many hits there are in all, and how many were shown.
        struct Seen {
            var shown: Set<Int> = []
            /// On earlier pages, which an earlier call read, and those that could not be read.
            var others = 0
            var total = 0
            /// The last that was read.
            var page = 0
            /// As many as this call reads.
            var pages = 0
            /// A page more would bring none that is new.
            var isExhausted = false

            var count: Int { min(total, shown.count + others) }
            var rest: Int { total - count }
        }

        init(around: Around, wish: SearchWish, resy: ResyCall, run: SearchRun) {
            (self.around, self.wish, self.resy, self.run) = (around, wish, resy, run)
            area = around.area
        }

        mutating func search(_ queries: [Query]) async throws {
            let (area, name, party, resy, finder) = (area, name, wish.search.party, resy, around.finder)
            var missed: [Query] = []
            var came: [(Query, SearchPage)] = []
            let rest = try await run.each(queries, while: { run.mayGoOn }) { query in
                try await resy.searchTables(
                    query.words, in: area, alsoNamed: query.place ?? name, day: query.page.day, party: party,
                    page: query.page.number, zone: { await finder.zone(of: $0) })
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
                goOn(with: isFocused ? SearchCursor.Page(day: page.day, number: 1) : page)
                if page.number == 1 { run.leaveOut(page.day, .notLooked) }
            }
        }

        func goOn(with page: SearchCursor.Page) {
            if !run.remaining.pages.contains(page) { run.remaining.pages.append(page) }
        }

        private mutating func take(_ hits: SearchPage, of query: Query) {
            run.answered(hits.askedAt)
            let day = query.page.day
            run.note(day)
            note(hits, of: query)
            if hits.unread > 0 {
                run.leftOut.append(
                    LeftOut(.restaurants(hits.unread), .unread(.service(.schema(path: "$.search.hits")))))
            }
            for hit in hits.hits {
                switch fit(hit.venue) {
                case .there:
                    around.coverage.noteOneThere()
                    if there[day]?.contains(where: { $0.id == hit.venue.id }) != true {
                        there[day, default: []].append(hit.venue)
                    }
                    take(hit, on: day)
                case .beside: beside[day, default: []].append(hit)
                case .unstated: unstated[day, default: []].append(hit)
                case .elsewhere: continue
                }
            }
        }

        private mutating func note(_ hits: SearchPage, of query: Query) {
            let theme = query.theme
            var seen =
                (query.place == nil ? totals : byName)[theme] ?? Seen(others: (query.page.number - 1) * hits.size)
            let before = seen.shown.count
            seen.shown.formUnion(hits.hits.map(\.venue.id))
            seen.others += hits.unread
            seen.total = max(hits.total, seen.total, seen.shown.count + (query.page.number == 1 ? seen.others : 0))
            seen.isExhausted = seen.shown.count == before
            seen.page = max(seen.page, query.page.number)
            seen.pages += 1
            if query.place != nil {
                byName[theme] = seen
                return
            }
            totals[theme] = seen
            around.coverage.note(seen.count, of: seen.total, on: theme)
        }

        mutating func take(_ hit: TableHit, on day: CalendarDay) {
            let venue = hit.venue
            // A restaurant of the list is looked at more closely already.
            guard run.known(venue.id)?.evenings[day] == nil else { return }
            run.look(at: venue, isNamed: false)
            if let slots = hit.slots {
                run.note(evening(hit, slots, on: day), of: venue.id, on: day)
                if !slots.isEmpty { listed.insert(FoundAt(venue: venue.id, day: day)) }
                if hit.needsFind, !slots.isEmpty { wanting.append(FoundAt(venue: venue.id, day: day)) }
            } else if let absence = venue.absence(on: day) {
                run.note(.without(.absence(absence)), of: venue.id, on: day)
            } else if let sizes = venue.sizes(insteadOf: wish.search.party) {
                run.note(.without(.sizes(sizes)), of: venue.id, on: day)
            } else {
                run.note(.without(.notLooked), of: venue.id, on: day)
                wanting.append(FoundAt(venue: venue.id, day: day))
            }
        }

        /// Where it has no table Resy may say why, unless its doors or its tables for so many are the reason.
        private func evening(_ hit: TableHit, _ slots: [Slot], on day: CalendarDay) -> LookedAt.Evening {
            guard slots.isEmpty, let reason = hit.status.reason, hit.venue.absence(on: day) == nil,
                hit.venue.sizes(insteadOf: wish.search.party) == nil
            else { return .tables(slots) }
            return .without(reason)
        }

        /// Second pages: where the first ones leave room in the answer, and where a few more searches read all that is ranked.
        mutating func searchOn() async throws {
            var ranking = wish.ranking
            ranking.hours.settle(on: run.looked.minutes)
            let fitting = run.looked.filter { ranking.judge($0).result != nil }.count
            let more = totals.filter { one in
                one.value.rest > 0 && !one.value.isExhausted && one.value.pages < Self.mostPages
            }
            guard fitting < wish.search.limit || more.count <= Self.mostSecondPages else { return }
            let themes = more.keys.sorted { ($0.day, $0.words) < ($1.day, $1.words) }
            try await search(
                themes.compactMap { theme in
                    more[theme].map { seen in
                        Query(page: SearchCursor.Page(day: theme.day, number: seen.page + 1), words: theme.words)
                    }
                })
        }

        /// What no page showed is left out, and is the next call's.
        mutating func leaveRest() {
            var unseen: [String: Int] = [:]
            for (theme, seen) in totals where seen.rest > 0 {
                unseen[theme.words] = max(unseen[theme.words] ?? 0, seen.rest)
            }
            let count = unseen.values.reduce(0, +)
            if count > 0 { run.leftOut.append(LeftOut(.restaurants(count), .notLooked)) }
            run.remaining.unseen += count
            guard !isFocused else { return }
            for (theme, seen) in totals.sorted(by: { ($0.key.day, $0.key.words) < ($1.key.day, $1.key.words) })
            where seen.rest > 0 && !seen.isExhausted && seen.page < SearchCursor.mostPages {
                goOn(with: SearchCursor.Page(day: theme.day, number: seen.page + 1))
            }
        }
    }
}
