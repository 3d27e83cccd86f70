/// What of a search fits, best first, and why the rest does not.
package struct TableRanking: Sendable {
    package var party: Int
    /// Settled.
    package var hours: SearchHours
    package var seating: SeatingWish
    /// For the whole party.
    package var mostFee: Double?
    /// Where distances are from.
    package var area: SearchArea?
    package var links: VenueLinks

    package init(
        party: Int, hours: SearchHours, seating: SeatingWish, mostFee: Double?, area: SearchArea?, links: VenueLinks
    ) {
        self.party = party
        self.hours = hours
        self.seating = seating
        self.mostFee = mostFee
        self.area = area
        self.links = links
    }

    package func judge(_ looked: [LookedAt], limit: Int) -> (results: [FoundTables.Result], leftOut: [LeftOut]) {
        var results: [FoundTables.Result] = []
        var leftOut: [LeftOut] = []
        var crowd = CrowdLeftOut()
        for restaurant in looked {
            let (result, reasons) = judge(restaurant)
            if let result { results.append(result) }
            if restaurant.isNamed {
                leftOut += told(of: restaurant.venue, reasons, isWhole: result == nil)
            } else if result == nil {
                crowd.add(restaurant.venue, reasons.map(\.reason))
            } else if reasons.contains(where: { $0.reason == .notLooked }) {
                crowd.add(restaurant.venue, [.notLooked])
            }
        }
        let byAmount = results.map(\.score).isOfOneCurrency
        results.sort { left, right in
            if left.score.isBetter(than: right.score, byAmount: byAmount) { return true }
            if right.score.isBetter(than: left.score, byAmount: byAmount) { return false }
            return (left.venue.name, left.venue.id) < (right.venue.name, right.venue.id)
        }
        leftOut += crowd.told
        if results.count > limit {
            leftOut += beyondLimit(results[limit...], named: Set(looked.filter(\.isNamed).map(\.venue.id)))
            results.removeLast(results.count - limit)
        }
        return (results, leftOut)
    }

    /// Those of the diner's list by name, the rest as a number.
    private func beyondLimit(_ results: ArraySlice<FoundTables.Result>, named: Set<Int>) -> [LeftOut] {
        let own = results.filter { named.contains($0.venue.id) }
        let rest = results.count - own.count
        return own.map { LeftOut(.venue($0.venue), .beyondLimit) }
            + (rest > 0 ? [LeftOut(.restaurants(rest), .beyondLimit)] : [])
    }

    /// Nil where none of its tables fits.
    package func judge(
        _ restaurant: LookedAt
    ) -> (result: FoundTables.Result?, reasons: [(day: CalendarDay, reason: LeftOut.Reason)]) {
        var evenings: [FoundEvening] = []
        var reasons: [(CalendarDay, LeftOut.Reason)] = []
        var best: TableScore?
        for (day, evening) in restaurant.evenings.sorted(by: { $0.key < $1.key }) {
            switch fitting(evening, of: restaurant.venue, on: day) {
            case .failure(let why): reasons.append((day, why.reason))
            case .success(let slots):
                evenings.append(FoundEvening(day: day, slots: slots))
                let score = slots.map { self.score($0, of: restaurant.venue, on: day) }.min()
                if let score { best = best.map { min($0, score) } ?? score }
            }
        }
        guard let best else { return (nil, reasons) }
        let url = links.page(of: restaurant.venue, day: best.day, party: party)
        return (
            FoundTables.Result(venue: restaurant.venue, url: url, evenings: evenings, score: best), reasons
        )
    }

    package func score(_ slot: Slot, of venue: Venue, on day: CalendarDay) -> TableScore {
        TableScore(
            day: day, time: slot.time, gap: hours.gap(to: slot.minutes(intoEvening: day)),
            stake: slot.charges.stake(party: party), rating: venue.rating, isIndoorTable: slot.isIndoorTable,
            metres: area?.metres(to: venue), obstacle: slot.isBookable ? nil : slot.obstacle ?? .noToken)
    }

    private struct Unfit: Error { let reason: LeftOut.Reason }

    private func fitting(
        _ evening: LookedAt.Evening, of venue: Venue, on day: CalendarDay
    ) -> Result<[Slot], Unfit> {
        func unfit(_ reason: LeftOut.Reason) -> Result<[Slot], Unfit> { .failure(Unfit(reason: reason)) }
        let shown: [Slot]
        switch evening {
        case .without(let reason): return unfit(reason)
        case .tables(let slots): shown = slots
        }
        // Small hours of that day itself are the evening before.
        let all = shown.filter { if case .smallHours? = $0.obstacle { false } else { true } }
        guard !all.isEmpty else {
            if let absence = venue.absence(on: day) { return unfit(.absence(absence)) }
            if let sizes = venue.sizes(insteadOf: party) { return unfit(.sizes(sizes)) }
            return unfit(.noTable)
        }
        let preference = SlotPreference(evening: day, party: party)
        var sorted = preference.sorted(all, near: hours.preferredTime)
        if hours.eitherTime != nil {
            // Those near either of the two times, so that a short answer has both.
            sorted = sorted.enumerated().map { (hours.gap(to: preference.minute(of: $1)) ?? 0, $0, $1) }
                .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        }
        let seated = seated(sorted)
        guard !seated.isEmpty else { return unfit(.otherSeatings(SeatingWish(nil).fitting(all.map(\.seating)))) }
        let inTime = seated.filter { hours.admit(preference.minute(of: $0)) }
        guard !inTime.isEmpty else { return unfit(.otherTimes(nearest(seated, on: day))) }
        guard let mostFee else { return .success(inTime) }
        let cheap = inTime.filter { $0.charges.stake(party: party).isWithin(mostFee) }
        return cheap.isEmpty ? unfit(.dearer) : .success(cheap)
    }

    private func seated(_ slots: [Slot]) -> [Slot] {
        guard !seating.isAny else { return slots }
        let names = Set(seating.fitting(slots.map(\.seating)).map(SeatingWish.key))
        return slots.filter { names.contains(SeatingWish.key($0.seating)) }
    }

    /// Up to three times, those that can be booked before others, in the order of the evening.
    private func nearest(_ slots: [Slot], on day: CalendarDay) -> [TimeOfDay] {
        let bookable = slots.filter(\.isBookable)
        let minutes = Set((bookable.isEmpty ? slots : bookable).map { $0.minutes(intoEvening: day) })
        let near = minutes.sorted { (hours.distance(to: $0), $0) < (hours.distance(to: $1), $1) }.prefix(3)
        return near.sorted().map { TimeOfDay(minutesAfterMidnight: $0 % 1440) }
    }

    /// One by one; together where all its days have the same to tell.
    private func told(
        of venue: Venue, _ reasons: [(day: CalendarDay, reason: LeftOut.Reason)], isWhole: Bool
    ) -> [LeftOut] {
        guard let first = reasons.first else { return [] }
        if isWhole, reasons.count > 1, reasons.allSatisfy({ $0.reason == first.reason }) {
            return [LeftOut(.venue(venue), first.reason)]
        }
        return reasons.map { LeftOut(.evening(venue, $0.day), $0.reason) }
    }
}
