/// What one sentence of a restaurant's says of when days open.
struct ReleaseSentence {
    /// So many days ahead.
    struct Lead: Hashable {
        /// Nil where it is a range, or in months, or only about so many.
        var days: Int?
        /// Of a bar or a terrace, say: not of the whole house.
        var isOfPart = false
    }

    private(set) var leads: [Lead] = []
    /// The times at which it says that days open; nil for one that is not clear.
    private(set) var clocks: Set<TimeOfDay?> = []
    /// By months, or on one weekday: no number of days says that.
    private(set) var isByCalendar = false
    /// The day of the month on which all of the following month opens; nil where that is not what it says for sure.
    private(set) var dayOfMonthBefore: Int?
    /// Parties of that size on have a rule of their own; nil where none have.
    private(set) var largeParty: Int?

    init(_ segments: [[String]], zone: Zone?, now: Instant) {
        let all = segments.flatMap(\.self)
        let times = segments.map { ReleaseClock.all(in: $0, zone: zone, now: now) }
        let isOfReservations = all.contains(where: ReleaseTerms.isOfReservations)
        for (index, segment) in segments.enumerated() {
            let before = segments[..<index].flatMap(\.self)
            for found in ReleaseLead.all(in: segment) {
                let isTold = isOfReservations || found.isAheadOfADay && times.contains { !$0.isEmpty } || found.isMost
                guard isTold else { continue }
                if let size = ReleaseTerms.largeParty(before + segment) {
                    let isOther = ReleaseTerms.isOfOtherMatters(
                        (before + segment).filter { $0 != "more" }, isMost: found.isMost)
                    if !isOther { largeParty = min(size, largeParty ?? size) }
                    continue
                }
                guard !ReleaseTerms.isOfOtherMatters(before + segment, isMost: found.isMost) else { continue }
                let isVague = found.isVague || (before + segment).contains(where: ReleaseTerms.hedges.contains)
                leads.append(
                    Lead(
                        days: isVague ? nil : found.days,
                        isOfPart: (before + segment).contains(where: ReleaseTerms.parts.contains)))
                clocks.formUnion(times[index])
                for other in segments.indices where other != index && ReleaseTerms.isTimeAlone(segments[other]) {
                    clocks.formUnion(times[other])
                }
            }
        }
        if !leads.isEmpty, let size = ReleaseTerms.largeParty(all) { largeParty = min(size, largeParty ?? size) }
        let isRelease = all.contains(where: ReleaseTerms.isRelease)
        let isOther = ReleaseTerms.isOtherMatter(ReleaseMonths.withoutPrevious(all), isMost: false)
        let opensByMonth = ReleaseMonths.areTold(all) && ReleaseMonths.opens(all)
        isByCalendar =
            (!leads.isEmpty
                || all.contains(where: ReleaseTerms.namesReservations) && (isRelease || opensByMonth) && !isOther)
            && segments.contains(where: ReleaseTerms.isByCalendar)
        let isVague = all.contains { ReleaseTerms.hedges.contains($0) || ReleaseTerms.parts.contains($0) }
        dayOfMonthBefore = isByCalendar && leads.isEmpty && !isVague ? ReleaseMonths.dayOfMonthBefore(all) : nil
        if dayOfMonthBefore != nil { clocks.formUnion(times.flatMap(\.self)) }
        let isDaily = all.contains(where: ReleaseTerms.daily.contains)
        let opens =
            all.contains(where: ReleaseTerms.namesReservations) && isDaily
            && all.contains { $0 == "open" || $0 == "opens" }
        guard leads.isEmpty, isRelease || opens, !ReleaseTerms.isOtherMatter(all, isMost: false),
            ReleaseLead.all(in: all).isEmpty, !all.contains(where: ReleaseTerms.parts.contains)
        else { return }
        clocks.formUnion(times.flatMap(\.self))
    }
}

/// A number of days beside words such as `in advance`.
private struct ReleaseLead {
    var days: Int?
    var isVague: Bool
    /// At most so many.
    var isMost: Bool
    /// `ahead`, `out`, `in advance`: said of what is to come, where `before` may be said of anything.
    var isAheadOfADay: Bool

    private static let units = [
        "day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14, "month": 0, "months": 0,
    ]
    private static let between: Set<String> = ["calendar", "full", "whole", "consecutive"]
    private static let beforeAhead: Set<String> = ["in", "exactly", "of", "at", "a", "time"]
    private static let ahead: Set<String> = ["ahead", "advance", "out"]
    private static let earlier: Set<String> = ["prior", "before", "beforehand", "later", "away"]
    private static let near: Set<String> = [
        "about", "around", "roughly", "approximately", "approx", "nearly", "almost",
    ]

    static func all(in words: [String]) -> [ReleaseLead] {
        words.indices.compactMap { ReleaseLead(words, at: $0) }
    }

    private init?(_ words: [String], at start: Int) {
        func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }
        let number = Int(word(start)) ?? (["a", "the"].contains(word(start)) ? 1 : nil)
        var next = start + 1
        while Self.between.contains(word(next)) { next += 1 }
        let isWorking = ["business", "working"].contains(word(next))
        if isWorking { next += 1 }
        guard let number, let unit = Self.units[word(next)], Int(word(start)) != nil || unit != 1 else { return nil }
        var last = next + 1
        while Self.beforeAhead.contains(word(last)), last < next + 4 { last += 1 }
        let around = words[max(0, start - 3)..<min(words.count, next + 4)]
        let isRolling = around.contains("rolling") || around.contains("window")
        let isFromToday = word(next + 1) == "from" && ["today", "now"].contains(word(next + 2))
        let head = words[..<start]
        isMost =
            Array(head.suffix(2)) == ["up", "to"]
            || ["than", "maximum", "most", "max", "beyond", "over"].contains(head.last ?? "")
            || Array(head.suffix(2)) == ["maximum", "of"]
        isAheadOfADay = Self.ahead.contains(word(last)) || isRolling
        let isEarlier = Self.earlier.contains(word(last)) || isFromToday || isMost && head.contains("advance")
        guard isAheadOfADay || isEarlier else { return nil }
        let isRange = start > 0 && (["-", "to", "or"].contains(word(start - 1)) && Int(word(start - 2)) != nil)
        isVague = isRange || isWorking || unit == 0 || head.suffix(3).contains(where: Self.near.contains)
        let count = number * unit
        days = (1...366).contains(count) ? count : nil
    }
}
