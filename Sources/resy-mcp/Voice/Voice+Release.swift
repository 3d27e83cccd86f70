internal import ResyDomain
internal import ResyNative

/// When a restaurant opens its days, as each source has it.
extension Voice {
    /// `Days open 15 days ahead at 9:00 AM (the restaurant's own words): Tue Dec 15 opens Mon Nov 30, 9:00 AM.`, and what the
    /// others say where that differs. `now`: what lies behind is told so.
    func sentences(_ release: [ReleaseFact], in zone: Zone?, now: Instant) -> [String] {
        let own = release.first { $0.source == .needToKnow }
        let others = release.filter { other in
            other.source != .needToKnow && (own?.isByMonths != false || other.daysAhead != own?.daysAhead)
        }
        let isAlone = own == nil && others.allSatisfy(\.isReckoned)
        return [
            own.map { ownWords($0, in: zone, now: now) },
            settings(others, areAlone: isAlone, in: zone, now: now),
        ].compactMap(\.self)
    }

    private func ownWords(_ fact: ReleaseFact, in zone: Zone?, now: Instant) -> String {
        let opening = opening(fact, in: zone, now: now)
        if fact.isByMonths { return "\(Words.capitalized(opening))." }
        let time = fact.time.map { " at \(clock($0))" } ?? ""
        let unstated =
            fact.isTimeUnclear
            ? ", the time they name is not clear" : fact.time == nil ? ", the time is not stated" : ""
        return "Days open \(Self.ahead(fact.daysAhead))\(time) (the restaurant's own words\(unstated)): \(opening)."
    }

    /// `Fri Dec 18 opens Fri Dec 4, 9:00 AM.`, after what was said of the day before it.
    func later(_ release: [ReleaseFact], in zone: Zone?, now: Instant) -> [String] {
        let reckoned = release.filter(\.isReckoned)
        guard let first = reckoned.first else { return [] }
        guard first.source != .needToKnow else {
            return [Words.capitalized(opening(first, in: zone, now: now)) + "."]
        }
        let days = Set(reckoned.map { $0.forDay.adding(days: -$0.daysAhead) }).sorted()
        return [guess(first.forDay, on: days, in: zone, now: now)]
    }

    /// `Resy's own setting says 14 days; its calendar reaches 15 days ahead. Neither names a time.` Where the restaurant says
    /// nothing, what that would mean for the day.
    private func settings(_ facts: [ReleaseFact], areAlone: Bool, in zone: Zone?, now: Instant) -> String? {
        let config = facts.first { $0.source == .config }
        let calendar = facts.first { $0.source == .calendar }
        let said = config.map { "Resy's own setting says \(Self.ahead($0.daysAhead))" }
        let reach = calendar.map { "\(config == nil ? "Resy's" : "its") calendar reaches \(Self.ahead($0.daysAhead))" }
        let parts = [said, reach].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        let words = parts.joined(separator: "; ")
        let timed = parts.count > 1 ? "\(words). Neither names a time." : "\(words), with no time."
        guard areAlone, let first = facts.first else { return timed }
        let days = Set(facts.map { $0.forDay.adding(days: -$0.daysAhead) }).sorted()
        return timed + " " + guess(first.forDay, on: days, in: zone, now: now)
    }

    /// `Tue Dec 15 opens Mon Nov 30, 9:00 AM`
    private func opening(_ fact: ReleaseFact, in zone: Zone?, now: Instant) -> String {
        let today = zone?.local(now).day
        let day = fact.forDay.spoken(from: today)
        let first = fact.forDay.adding(days: -fact.daysAhead)
        let moment = zone.flatMap { zone in fact.opensAt.map { (zone.local($0), $0) } }
        let when = moment.map { "\($0.0.day.spoken(from: today)), \(clock($0.0.time))" } ?? first.spoken(from: today)
        let isPast = moment.map { $0.1 <= now } ?? today.map { first < $0 } ?? false
        return isPast ? "by that rule \(day) opened \(when) already" : "\(day) opens \(when)"
    }

    /// What is reckoned from it is no rule of anybody's.
    private func guess(_ wanted: CalendarDay, on days: [CalendarDay], in zone: Zone?, now: Instant) -> String {
        let today = zone?.local(now).day
        let when = days.map { $0.spoken(from: today) }.joined(separator: " or ")
        let isPast = today.map { today in days.allSatisfy { $0 < today } } ?? false
        return "By that alone \(wanted.spoken(from: today)) would \(isPast ? "have opened" : "open") \(when)."
    }

    private func clock(_ time: TimeOfDay) -> String {
        switch time.minutesAfterMidnight {
        case 0: "midnight"
        case 720: "noon"
        default: time.spoken
        }
    }

    private static func ahead(_ days: Int) -> String {
        days == 0 ? "on the day itself" : "\(days) day\(days == 1 ? "" : "s") ahead"
    }
}
