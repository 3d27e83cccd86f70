extension Charges {
    /// A charge of an unknown amount where a line of a venue's speaks of money that these do not cover.
    func inWords(
        _ lines: [String], party: Int, currency: String?, cutOff: Instant?, from source: Charge.Source
    ) -> Charge? {
        guard let said = unexplained(lines, party: party) else { return nil }
        return .unreckoned(.words(CleanText.cut(said, to: 120)), currency, cutOff: cutOff, from: source)
    }

    /// Of the first such line the sentence that says it.
    func unexplained(_ lines: [String], party: Int) -> String? {
        // A lesser amount than what is known to be at stake is most likely a part of it.
        let most = compactMap { $0.most(party: party) }.max() ?? .zero
        func names(_ line: String) -> Bool {
            let guests = ChargeWords.isPerGuest(line) ? party : 1
            return ChargeWords.amounts(in: line).contains { Amount($0).map { $0.times(guests) > most } ?? true }
                || isEmpty && ChargeWords.speakOfMoney(line)
        }
        guard let line = lines.first(where: names) else { return nil }
        return Self.sentences(of: line).first(where: names) ?? line
    }

    private static func sentences(of line: String) -> [String] {
        var sentences = [""]
        for word in line.split(separator: " ") {
            sentences[sentences.count - 1] += (sentences[sentences.count - 1].isEmpty ? "" : " ") + word
            if let last = word.last, ".!?;".contains(last) { sentences.append("") }
        }
        return sentences
    }
}

extension Charge {
    fileprivate func most(party: Int) -> Amount? {
        amount.map { basis == .party ? $0 : $0.times(party) }
    }
}
