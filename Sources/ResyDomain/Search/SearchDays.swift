/// The days that a search is for, with what else their words say.
package struct SearchDays: Sendable {
    /// Ascending, each once; at least one.
    package var days: [CalendarDay]
    /// Named too, and past or more than one search is for.
    package var leftOut: [CalendarDay] = []
    /// `Friday or Saturday night`: what all words for it agree on.
    package var part: DayPart?
    /// `Friday at 8 PM`, `Friday or Saturday, 8 PM`: each time that stands with a day.
    package var times: [TimeWish] = []
    /// `Friday or Saturday after 7pm`
    var hours: HoursText.Said?
    /// Words for several days, of which today is all that is left.
    package private(set) var alone: String?
    /// Said as the weekday that it is today: the one that is meant where today's is over.
    package private(set) var later: CalendarDay?
    package let today: CalendarDay
    /// Moments with an offset from UTC, as they were written.
    private var moments: [(text: String, said: SaidDay)] = []

    package init(_ days: [CalendarDay], today: CalendarDay) {
        (self.days, self.today) = (days, today)
    }

    /// The one time that stands with the days.
    package var time: TimeWish? { times.count == 1 ? times.first : nil }

    /// Throws `bad_request` with the words, today's date there, and what would be understood.
    package static func read(_ texts: [String], today: CalendarDay) throws(ResyError) -> SearchDays {
        let texts = texts.filter { !CleanText.line($0).isEmpty }
        guard !texts.isEmpty else { throw ResyError(.badRequest, .search(.noDays), advice: [.search(.giveDays)]) }
        var found: SearchDays
        let apart = texts.flatMap { DateText.elements(of: $0) }.map { DateText.apart($0, today: today) }
        do throws(DateTextError) {
            let all = try DateText.saidDays(apart.map(\.days), today: today)
            found = SearchDays(all.days, today: today)
            found.leftOut = all.leftOut
        } catch {
            throw ResyError(.badRequest, .date(.unreadable(error)), advice: [.date(.insteadOf(error))])
        }
        let names = apart.map(\.days)
        let said = names.compactMap { try? DateText.read($0, today: today) }
        // `Sunday or Friday` says it too.
        let parts = names.flatMap { text in
            (try? DateText.read(text, today: today)).map { [$0] }
                ?? DateText.parts(of: text.lowercased()).compactMap { try? DateText.read($0, today: today) }
        }
        if found.days.contains(today) {
            found.later = parts.lazy.compactMap { $0.day == today ? $0.later : nil }.first
        }
        found.times = apart.flatMap(\.times).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        if texts.count == 1, said.isEmpty, found.days == [today] { found.alone = CleanText.line(texts[0]) }
        found.part = try part(of: texts, times: found.times)
        found.hours = try hours(of: apart, beside: found.part, texts)?.settled(by: found.part)
        found.moments = texts.flatMap { DateText.elements(of: $0) }.flatMap { DateText.parts(of: $0) }
            .compactMap { text in (try? DateText.read(text, today: today)).map { (text, $0) } }
            .filter { $0.1.offset != nil }
        return found
    }

    /// The one part of the day that the words name; throws where they name several, or a time outside of it: one search
    /// keeps one window for all its days.
    private static func part(of texts: [String], times: [TimeWish]) throws(ResyError) -> DayPart? {
        let parts = texts.flatMap { DateText.words(of: $0.lowercased()) }
            .compactMap { DayPart($0) ?? DayPart(ofMany: $0) }
        guard let part = parts.first else { return nil }
        let isOne = parts.allSatisfy { $0.begins == part.begins && $0.ends == part.ends }
        let isApart = times.contains { wish in !wish.readings.contains { part.admits($0) } }
        guard isOne, !isApart else {
            throw .differingTimes(in: texts)
        }
        return Set(parts).count == 1 ? part : .evening
    }

    /// The hours that stand with the days; throws where they differ, for the same reason.
    private static func hours(
        of apart: [DateText.Apart], beside part: DayPart?, _ texts: [String]
    ) throws(ResyError) -> HoursText.Said? {
        let all = apart.compactMap(\.hours)
        guard let first = all.first else { return nil }
        // `Fri lunch or Sat after 7`
        let isOfOneDay = part?.ends != nil && apart.contains { DateText.parts(of: $0.days.lowercased()).count > 1 }
        guard all.allSatisfy({ $0 == first }), all.count == apart.count, !isOfOneDay else {
            throw .differingTimes(in: texts)
        }
        return first
    }

    /// Throws `bad_request` where a moment was written by another clock than that of a restaurant that is asked for.
    package func checkOffsets(in zone: Zone?) throws(ResyError) {
        for (text, said) in moments {
            guard let fault = said.offsetFault(in: zone) else { continue }
            let error = DateTextError(reason: fault, text: CleanText.cut(text, to: 60), today: today)
            throw ResyError(.badRequest, .date(.unreadable(error)), advice: [.date(.insteadOf(error))])
        }
    }

    /// Today's evening is over for those hours: a weekday that was said for it is the next one.
    package mutating func moveOn(_ hours: SearchHours, now: (day: CalendarDay, time: TimeOfDay)?) -> WordReading? {
        guard let later, let now, now.day == today, hours.isOver(at: now.time) else { return nil }
        days = Set(days.filter { $0 != today } + [later]).sorted()
        self.later = nil
        return .weekday(as: later, because: .thatTime)
    }
}
