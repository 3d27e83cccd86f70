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
    /// Words for several days, of which today is all that is left.
    package private(set) var alone: String?
    /// Said as the weekday that it is today: the one that is meant where today's is over.
    private var later: CalendarDay?
    private let today: CalendarDay

    package init(_ days: [CalendarDay], today: CalendarDay) {
        (self.days, self.today) = (days, today)
    }

    /// The one time that stands with the days.
    package var time: TimeWish? { times.count == 1 ? times.first : nil }

    /// Throws `bad_request` with the words, today's date there, and what would be understood.
    package static func read(_ texts: [String], today: CalendarDay) throws(ResyError) -> SearchDays {
        let texts = texts.filter { !CleanText.line($0).isEmpty }
        guard !texts.isEmpty else { throw ResyError(.badRequest, .search(.noDays), advice: [.search(.giveDays)]) }
        do throws(DateTextError) {
            let apart = texts.flatMap { DateText.elements(of: $0) }.map { DateText.apart($0, today: today) }
            let all = try DateText.saidDays(apart.map(\.days), today: today)
            var found = SearchDays(all.days, today: today)
            found.leftOut = all.leftOut
            let said = texts.compactMap { try? DateText.read($0, today: today) }
            found.later = said.lazy.compactMap { $0.day == today ? $0.later : nil }.first
            found.times = apart.flatMap(\.times).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            if texts.count == 1, said.isEmpty, all.days == [today] { found.alone = CleanText.line(texts[0]) }
            let parts = Set(texts.flatMap { DateText.words(of: $0.lowercased()) }.compactMap { DayPart($0) })
            if parts.count == 1 { found.part = parts.first }
            return found
        } catch {
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
