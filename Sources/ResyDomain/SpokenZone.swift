/// A time zone as people write it beside a time, such as `EST` or `PT`: the clock of a part of the United States.
///
/// Few mind whether it is summer, so `EST` and `EDT` are both the clock that New York goes by.
package struct SpokenZone: Sendable, Equatable {
    /// Seconds east of UTC in winter.
    let winterOffset: Int

    /// Nil for a word that names none.
    init?(_ word: some StringProtocol) {
        let hours = [
            "et": -5, "est": -5, "edt": -5, "ct": -6, "cst": -6, "cdt": -6, "mt": -7, "mst": -7, "mdt": -7, "pt": -8,
            "pst": -8, "pdt": -8, "akst": -9, "akdt": -9, "hst": -10, "eastern": -5, "central": -6, "mountain": -7,
            "pacific": -8,
        ]
        guard let hours = hours[word.lowercased()] else { return nil }
        winterOffset = hours * 3600
    }

    /// Takes the zone off the end of a time that stands before it: `7:30 pm ET`.
    package static func split(_ text: String) -> (time: String, zone: SpokenZone?) {
        var words = text.split(separator: " ")
        if words.count > 2, words.last?.lowercased() == "time" { words.removeLast() }
        guard words.count > 1, let last = words.popLast(), let zone = SpokenZone(last.filter { $0 != "(" && $0 != ")" })
        else { return (text, nil) }
        return (words.joined(separator: " "), zone)
    }

    /// Whether clocks there go by it in the year of `moment`.
    package func isClock(of zone: Zone, near moment: Instant) -> Bool {
        let halfYear = 182.0 * 86_400
        return min(zone.offset(at: moment), zone.offset(at: moment.adding(halfYear))) == winterOffset
    }
}
