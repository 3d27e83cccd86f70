/// The days that a search is for, as its words name them.
package struct SaidDays: Sendable, Equatable {
    /// Ascending, each once, at most 31.
    package var days: [CalendarDay]
    /// Those that were named too: more than one search is for, or past; ascending.
    package var leftOut: [CalendarDay]
}

extension DateText {
    /// As many as one search is for.
    package static let mostDays = 31

    /// The days that a search is for, ascending, each once, at most 31: single days, lists and spans, such as `Fri-Sun`,
    /// `this weekend`, `next two weeks`, `Dec 4, Dec 6`.
    package static func days(_ texts: [String], today: CalendarDay) throws(DateTextError) -> [CalendarDay] {
        try saidDays(texts, today: today).days
    }

    /// The same, with what was left out. What is past of a span is no part of it.
    package static func saidDays(_ texts: [String], today: CalendarDay) throws(DateTextError) -> SaidDays {
        var found = Found()
        let texts = texts.flatMap { elements(of: $0) }
        guard !texts.isEmpty else { throw DateTextError(reason: .notUnderstood, text: "", today: today) }
        for text in texts { try found.read(text, today) }
        let days = found.days.sorted()
        if days.isEmpty, let past = found.past { throw past }
        let rest = Set(days.dropFirst(mostDays)).union(found.behind)
        return SaidDays(days: Array(days.prefix(mostDays)), leftOut: rest.sorted())
    }

    /// Days as one text after the other names them.
    private struct Found {
        var days: Set<CalendarDay> = []
        /// Single days that are past.
        var behind: Set<CalendarDay> = []
        /// What is wrong with the first of these.
        var past: DateTextError?

        mutating func read(_ text: String, _ today: CalendarDay) throws(DateTextError) {
            let error: DateTextError
            do throws(DateTextError) {
                days.insert(try DateText.parse(text, today: today))
                return
            } catch let fault {
                error = fault
            }
            switch error.reason {
            case .past(let day):
                behind.insert(day)
                past = past ?? error
                return
            case .notUnderstood, .several: break
            default:
                // `Fri Dec 5, Sat Dec 6` is wrong in its first part alone.
                guard DateText.parts(of: text).count > 1 else { throw error }
            }
            let clean = Digits.ascii(CleanText.cut(text, to: 1000)).lowercased()
            let span = DaySpan.days(clean, today)
            if !span.isEmpty { return take(span, error, today) }
            if let range = DateText.ranged(clean, today, isBalanced: true) { return take(range, error, today) }
            if let chosen = DateText.chosen(clean, today) {
                behind.formUnion(chosen.filter { $0 < today })
                return take(chosen, error, today)
            }
            let parts = DateText.parts(of: clean)
            if parts.count > 1, !DateText.isBetween(clean) {
                var other = self
                do throws(DateTextError) {
                    for part in DateText.withMonths(parts) { try other.read(part, today) }
                    self = other
                    return
                } catch let fault {
                    guard fault.reason == .notUnderstood else { throw fault }
                }
            }
            if case .several(let named) = error.reason { return days.formUnion(named) }
            if let range = DateText.ranged(clean, today) { return take(range, error, today) }
            throw error
        }

        /// Those of several that are to come; wholly past they are an error, as one would be.
        private mutating func take(_ named: [CalendarDay], _ error: DateTextError, _ today: CalendarDay) {
            let ahead = named.filter { $0 >= today }
            days.formUnion(ahead)
            if ahead.isEmpty, let last = named.max() {
                behind.formUnion(named)
                past = past ?? DateTextError(reason: .past(last), text: error.text, today: today)
            }
        }
    }

    /// Of a list whose parts may be spans.
    static func parts(of text: String) -> [String] {
        let separators = [",", ";", "\n", " or ", " and ", " & ", " + ", " plus "]
        let joined = separators.reduce(text) { $0.replacing($1, with: "\u{1F}") }
        return joined.split(separator: "\u{1F}").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// `Dec 4-6, 11-13`: bare numbers have the month before them.
    private static func withMonths(_ parts: [String]) -> [String] {
        var month: String?
        return parts.map { part in
            if let named = words(of: part).first(where: DayWords.isMonthByName) {
                month = named
            }
            let numbers = part.split { $0 == "-" || $0 == "–" || $0 == " " }
            guard let month, (1...2).contains(numbers.count),
                numbers.allSatisfy({ $0.utf8.count <= 2 && Digits.number($0.utf8) != nil })
            else { return part }
            return "\(month) \(part)"
        }
    }

    /// Models send a list as its JSON too: `["Fri", "Sat"]`.
    static func elements(of text: String) -> [String] {
        let trimmed = text.trimmed
        guard trimmed.hasPrefix("["), trimmed.hasSuffix("]") else { return trimmed.isEmpty ? [] : [text] }
        var elements: [String] = []
        var (current, isQuoted) = ("", false)
        for character in trimmed.dropFirst().dropLast() {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                elements.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        elements.append(current)
        return elements.map { $0.trimmed }.filter { !$0.isEmpty }
    }
}
