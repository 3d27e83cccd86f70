/// The days that the weeks of one restaurant are asked for.
package struct AskedWeeks: Sendable, Equatable {
    package var first: CalendarDay
    package var last: CalendarDay
    /// The last day as it was named; nil where none was.
    package var namedLast: CalendarDay?
    /// The last one that was asked for lies further ahead than one look reaches.
    package var isCut = false
    /// The end was said as the weekday that it is today: the day that is meant where no table is left today.
    package private(set) var laterLast: CalendarDay?

    /// Days ahead where no end is given.
    private static let usual = 60
    /// Days that are looked at in one go.
    package static let longest = 180

    /// Blank words are none. Throws `bad_request` for a day that cannot be read, and for an end before the beginning.
    package init(from: String?, to: String?, today: CalendarDay) throws(ResyError) {
        func said(_ text: String?) -> String? { text.flatMap { CleanText.line($0).isEmpty ? nil : $0 } }
        do throws(DateTextError) {
            // A text that names several, such as `this weekend`, names both ends.
            let start = try said(from).map { text throws(DateTextError) in try DateText.days([text], today: today) }
            first = start?.first ?? today
            guard let to = said(to) else {
                last = start.flatMap { $0.count > 1 ? $0.last : nil } ?? first.adding(days: Self.usual)
                return
            }
            last = try DateText.days([to], today: today).last ?? first
            if last == today, let later = (try? DateText.read(to, today: today))?.later { laterLast = later }
            let isWeekday = DateText.words(of: to.lowercased()).contains { DayWords.weekday($0) != nil }
            // `from Friday to Sunday`, said on a Saturday, ends with the Sunday after that Friday.
            if last < first, isWeekday { last = try DateText.days([to], today: first).last ?? last }
        } catch {
            throw ResyError(.badRequest, .date(.unreadable(error)), advice: [.date(.insteadOf(error))])
        }
        namedLast = last
        guard last >= first else {
            throw ResyError(.badRequest, .search(.daysReversed(first, last)), advice: [.search(.swapDays)])
        }
        let furthest = first.adding(days: Self.longest - 1)
        if last > furthest { (last, isCut) = (furthest, true) }
    }

    /// No table is left today.
    package mutating func moveOn() -> WordReading? {
        guard let later = laterLast else { return nil }
        (last, namedLast, laterLast) = (later, later, nil)
        return .weekday(as: later, because: .anyTable)
    }

    package func contains(_ day: CalendarDay) -> Bool { (first...last).contains(day) }
}
