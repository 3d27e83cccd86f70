internal import ResyDomain

/// What all readers are told of a search, as facts.
extension FoundTables {
    /// No place was given.
    var isEverywhere: Bool { place == nil && remarks.contains(.search(.everywhere)) }

    /// Words for which Resy lists nobody.
    var unlistedWords: String? {
        for case .search(.nobodyListed(let words)) in remarks { return words }
        return nil
    }

    /// There was nobody to look at, for no other reason than that Resy lists nobody.
    var listsNobody: Bool {
        guard results.isEmpty, end == nil, cursor == nil else { return false }
        return unlistedWords != nil || searched.venues == 0 && searched.requests > 0 && leftOut.isEmpty
    }

    /// What else to know, but for what the first line says.
    var asides: [Remark] {
        remarks.filter { if case .search(.nobodyListed) = $0 { !listsNobody } else { true } }
    }

    /// Tables beside the best one of its restaurant, at that time, of other seatings that cost something else.
    func dearerOrCheaper(than result: Result) -> [Slot] {
        guard let (day, best) = best(of: result) else { return [] }
        var others: [Slot] = []
        let slots = result.evenings.first { $0.day == day }?.slots ?? []
        for slot in slots where slot.isBookable && slot.day == best.day && slot.time == best.time {
            let isOther = slot.charges.timeless != best.charges.timeless && slot.seating != best.seating
            if isOther, !others.contains(where: { $0.seating == slot.seating }) { others.append(slot) }
        }
        return others
    }
}
