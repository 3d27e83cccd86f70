internal import ResyDomain

/// Which of a city's restaurants lie in the neighborhood that was asked for.
extension FindTables.Crowd {
    /// How far around the middle of a neighborhood's restaurants the rest of them are looked for.
    private static let neighborhood = 1_500
    /// One that does not say where it lies and is so near to one that does, in metres, counts as there.
    private static let nextDoor = 800.0

    func fit(_ venue: Venue) -> PlaceFit {
        guard let narrowed = around.area?.narrowed else { return .there }
        return PlaceWish(narrowed, among: [venue]).fit(of: venue)
    }

    /// Where Resy has more hits than it shows and few of these lie in the neighborhood, it is searched by itself: by its name where
    /// none of them does, and around the middle of those that do.
    mutating func focus(on day: CalendarDay) async throws {
        let crowded = totals.filter { $0.key.day == day && $0.value.rest > 0 }
        guard !crowded.isEmpty, let wide = area, let narrowed = wide.narrowed,
            (there[day] ?? []).count < wish.search.limit
        else { return }
        let place = PlaceWish(narrowed)
        let page = SearchCursor.Page(day: day, number: 1)
        let words = around.words.filter { words in crowded.keys.contains { $0.words == words } }
        if (there[day] ?? []).isEmpty, wide.words == nil, !place.partWords.isEmpty {
            try await search(words.map { Query(page: page, words: $0, place: place.partWords) })
            let isAll = crowded.keys.allSatisfy { byName[$0].map { $0.rest == 0 } ?? false }
            if isAll, there[day]?.isEmpty == false {
                (name, isFocused) = (place.partWords, true)
                for theme in crowded.keys {
                    totals[theme] = byName[theme]
                    around.coverage.note(byName[theme]?.count ?? 0, of: byName[theme]?.total ?? 0, on: theme)
                }
                return
            }
        }
        let points = (there[day] ?? []).compactMap(\.point)
        guard !points.isEmpty, place.isQuarter, run.mayGoOn else { return }
        var closer = wide
        closer.latitude = points.map(\.0).reduce(0, +) / Double(points.count)
        closer.longitude = points.map(\.1).reduce(0, +) / Double(points.count)
        closer.radiusMetres = Self.neighborhood
        closer.isPoint = true
        (area, isFocused) = (closer, true)
        for theme in crowded.keys { totals[theme] = nil }
        try await search(words.map { Query(page: page, words: $0) })
        // Its name has cost a search already, in place of a second page.
        for theme in byName.keys { totals[theme]?.pages = Self.mostPages }
        // What the wider circle showed still stands where the closer look did not come about.
        totals.merge(crowded) { closer, _ in closer }
    }

    /// Those that do not say where they lie count where they stand next door to one that does; and where none lies there, those
    /// whose neighborhood is called like it are what there is.
    mutating func settlePlaces() {
        let middle = area.flatMap { $0.isPoint ? $0.middle : nil }
        let points = there.values.joined().compactMap(\.point) + [middle].compactMap(\.self)
        var unknown: Set<Int> = []
        for (day, hits) in unstated.sorted(by: { $0.key < $1.key }) {
            for hit in hits {
                let isNear = hit.venue.point.map { own in
                    points.contains { (Whereabouts.metres(from: $0, to: own) ?? .infinity) <= Self.nextDoor }
                }
                if isNear == true { take(hit, on: day) } else { unknown.insert(hit.venue.id) }
            }
        }
        if !unknown.isEmpty { run.leftOut.append(LeftOut(.restaurants(unknown.count), .placeUnknown)) }
        guard there.isEmpty, !beside.isEmpty, !run.looked.contains(where: { !$0.isNamed }) else { return }
        around.coverage.noteOneThere()
        for (day, hits) in beside.sorted(by: { $0.key < $1.key }) {
            for hit in hits { take(hit, on: day) }
        }
    }

    /// What else to know of where it was searched; the area is called by what was found where that is not what was said.
    mutating func placeRemarks() -> [SearchRemark] {
        guard let said = around.area?.narrowed else { return [] }
        let own = run.looked.filter { !$0.isNamed }.map(\.venue)
        if own.isEmpty {
            let most = totals.values.max { $0.rest < $1.rest }
            guard let most, most.rest > 0, run.end == nil, let name = area?.name else { return [] }
            return [.noneAmong(shown: most.count, total: most.total, place: name)]
        }
        guard own.allSatisfy({ fit($0) == .beside }) else { return [] }
        let names = Set(own.compactMap(\.neighborhood)).sorted()
        area?.name = names.joined(separator: ", ")
        return [.beside(said: said, Array(names.prefix(6)))]
    }
}

extension Venue {
    fileprivate var point: (Double, Double)? {
        latitude.flatMap { north in longitude.map { (north, $0) } }
    }
}
