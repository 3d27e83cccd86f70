extension Fee {
    /// All that is said of a table of which Resy says nothing.
    static let notStated = "Resy does not state whether this costs anything"

    /// A charge that words name, and that cannot be reckoned.
    static func unreckoned(_ text: String, _ currency: String?, cutOff: Instant?) -> Fee {
        Fee(kind: .unknown, amount: nil, currency: currency, basis: .unknown, cutOff: cutOff, text: text)
    }

    /// A charge of an unknown amount where a line speaks of money that the charges beside it do not cover.
    static func inWords(
        _ lines: [String], besides charges: [Fee], party: Int, currency: String?, cutOff: Instant?
    ) -> Fee? {
        // A lesser amount than what is known to be at stake is most likely a part of it.
        let most = charges.compactMap { $0.mostCents(party: party) }.max() ?? 0
        func names(_ line: String) -> Bool {
            let guests = ChargeWords.isPerGuest(line) ? Double(max(1, party)) : 1
            return ChargeWords.amounts(in: line).contains { (cents($0 * guests) ?? .max) > most }
                || charges.isEmpty && ChargeWords.speakOfMoney(line)
        }
        guard let line = lines.first(where: names) else { return nil }
        // Of a long one the sentence that says it.
        let said = sentences(of: line).first(where: names) ?? line
        return .unreckoned("its terms speak of money: \(CleanText.quoted(said, to: 120))", currency, cutOff: cutOff)
    }

    private static func sentences(of line: String) -> [String] {
        var sentences = [""]
        for word in line.split(separator: " ") {
            sentences[sentences.count - 1] += (sentences[sentences.count - 1].isEmpty ? "" : " ") + word
            if let last = word.last, ".!?;".contains(last) { sentences.append("") }
        }
        return sentences
    }

    /// Both as one, where there is room for one alone: what they come to is not known.
    func and(_ other: Fee?) -> Fee {
        guard let other else { return self }
        return .unreckoned("\(text); \(other.text)", currency, cutOff: cutOff ?? other.cutOff)
    }

    /// Both as one, with what they come to where both are known; free of both until the earlier moment, if each has one.
    func together(with other: Fee, party: Int) -> Fee {
        var both = Fee.unreckoned(
            "\(text); \(other.text)", currency ?? other.currency, cutOff: Self.earlier(cutOff, other.cutOff))
        if case .known(let mine, let money) = atStake(party: party),
            case .known(let theirs, money) = other.atStake(party: party)
        {
            (both.amount, both.currency, both.basis) = (mine + theirs, money, .party)
        }
        return both
    }

    /// Of what costs money from two moments on; nil where one of them is not known.
    static func earlier(_ one: Instant?, _ other: Instant?) -> Instant? {
        guard let one, let other else { return nil }
        return min(one, other)
    }

    /// Says more than that nothing is said.
    package var saysSomething: Bool { text != Fee.notStated }

    /// `Cancelling now costs money: cancellation fee of USD 50`.
    var costOfCancelling: String {
        "Cancelling now \(kind == .unknown ? "may cost" : "costs") money: \(text)"
    }

    private func mostCents(party: Int) -> Int? {
        amount.flatMap { Fee.cents(basis == .party ? $0 : $0 * Double(max(1, party))) }
    }
}
