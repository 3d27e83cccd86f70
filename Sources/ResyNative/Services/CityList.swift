internal import ResyDomain

/// Resy's own list of its cities, for one call: what this home knows of it, read from Resy where that is too old.
///
/// A search does without it: a list that fails is not asked for again for a day.
actor CityList {
    private let resy: ResyCall
    private let store: Store
    private let clock: any WallClock
    /// Whether there is a list; asked once a call, whoever needs it first.
    private var reading: Task<Bool, any Error>?
    private var zones: [String: Zone?] = [:]

    private static let shelfLife: Double = 30 * 86_400
    private static let pauseAfterFailure: Double = 86_400
    private static let near: Double = 80_000
    /// A search is to come after it.
    private static let patience: Double = 15

    init(resy: ResyCall, store: Store, clock: any WallClock) {
        self.resy = resy
        self.store = store
        self.clock = clock
    }

    /// Throws only where the call is over.
    private func isThere() async throws -> Bool {
        let task = reading ?? Task { try await look() }
        reading = task
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func look() async throws -> Bool {
        guard let state = try? await store.cityListState() else { return false }
        func isWithin(_ seconds: Double, _ moment: Instant?) -> Bool {
            moment.map { abs(clock.now.seconds - $0.seconds) < seconds } ?? false
        }
        // An old list is better than none.
        let isKnown = state.readAt != nil
        if isWithin(Self.shelfLife, state.readAt) || isWithin(Self.pauseAfterFailure, state.failedAt) { return isKnown }
        resy.context.progress(.readingCities)
        do {
            let cities = try await resy.ending(by: clock.now.adding(Self.patience)).cities()
            guard !cities.isEmpty else { throw APIFailure.schema(path: "$") }
            try await store.keep(cities: cities, now: clock.now)
            return true
        } catch let failure as APIFailure where !failure.isOfAllRequests {
            try Task.checkCancellation()
            try? await store.noteCityListFailure(now: clock.now)
            return isKnown
        } catch {
            try Task.checkCancellation()
            return isKnown
        }
    }

    /// Those of these names, as `ListedCity.names` has them.
    func cities(named names: Set<String>) async throws -> [ListedCity] {
        guard !names.isEmpty, try await isThere() else { return [] }
        var found: [ListedCity] = []
        for name in names.sorted() {
            for city in (try? await store.cities(named: name)) ?? [] where !found.contains(city) { found.append(city) }
        }
        return found
    }

    /// The nearest within 80 km.
    func nearest(to point: (latitude: Double, longitude: Double)) async throws -> ListedCity? {
        guard try await isThere() else { return nil }
        var nearest: (city: ListedCity, metres: Double)?
        for city in (try? await store.cities(around: point.latitude, point.longitude)) ?? [] where city.zone != nil {
            guard let metres = Whereabouts.metres(from: point, to: (city.latitude, city.longitude)),
                metres <= nearest?.metres ?? Self.near
            else { continue }
            nearest = (city, metres)
        }
        return nearest?.city
    }

    /// By the city that it says it is in, else by the nearest one.
    func zone(of venue: Venue) async throws -> Zone? {
        if let slug = venue.citySlug, !slug.isEmpty {
            if let known = zones[slug] { return known }
            guard try await isThere() else { return nil }
            if let zone = (try? await store.city(slug: slug))??.zone {
                zones[slug] = zone
                return zone
            }
        }
        guard let north = venue.latitude, let east = venue.longitude else { return nil }
        return try await nearest(to: (north, east))?.zone
    }
}

extension APIFailure {
    /// It says nothing of the list alone: nothing may be asked now, or nobody answers.
    fileprivate var isOfAllRequests: Bool {
        switch self {
        case .rateLimited, .stopped: true
        default: false
        }
    }
}
