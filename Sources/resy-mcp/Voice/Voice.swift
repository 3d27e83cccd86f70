internal import ResyDomain
internal import ResyNative

/// Puts facts into words: the one place where they become sentences, of each reader's own terms.
struct Voice: Sendable {
    /// Who reads: a model that calls tools, or a person at a command line.
    enum Reader: Sendable { case model, person }

    let reader: Reader
    /// When it speaks: waits are told as durations from then on.
    private(set) var now: Instant?
    /// Booking, cancelling and signing in are offered here; where they are not, nothing names them.
    var offersDeeds: Bool

    init(_ reader: Reader, offersDeeds: Bool = true) {
        (self.reader, self.offersDeeds) = (reader, offersDeeds)
    }

    func at(_ now: Instant) -> Voice {
        var voice = self
        voice.now = now
        return voice
    }

    static let model = Voice(.model)
    static let person = Voice(.person)

    /// The same fact in either reader's terms.
    func either(_ model: String, _ person: String) -> String { reader == .model ? model : person }

    /// A command: a model has no terminal. `purpose`: ` and answer it in the window`.
    func run(_ command: String, _ purpose: String = "") -> String {
        either("Ask the user to run `\(command)` in a terminal\(purpose).", "Run `\(command)`\(purpose).")
    }
}

// MARK: - Failures

extension Voice {
    /// What failed, and what was not done for it, which is the second sentence at the latest; then why.
    func message(_ error: ResyError) -> String {
        let readings = error.readings.map { text($0) }.joined(separator: "; ")
        let sentences = sentences(error.finding)
        guard let first = sentences.first else { return readings }
        let undone = error.undone.map { Self.undone($0) }
        var all = [Words.sentence(first)]
        if let undone { all.append(undone) }
        if !readings.isEmpty { all.append("(\(readings).)") }
        return joined(all + sentences.dropFirst().map { Words.sentence($0) } + [question(error)])
    }

    /// The only restaurant there is to choose is asked about, where that is not what failed.
    private func question(_ error: ResyError) -> String {
        guard error.choices.count == 1, case .venue(let venue) = error.choices[0], !asks(error.finding) else {
            return ""
        }
        return Self.question(venue)
    }

    private func asks(_ finding: Finding) -> Bool {
        switch finding {
        case .venue(.maybe): true
        case .together(let findings): findings.contains { asks($0) }
        default: false
        }
    }

    /// What failed, then what it came of.
    private func sentences(_ finding: Finding) -> [String] {
        switch finding {
        case .together(let findings): findings.flatMap { sentences($0) }
        case .date(let finding): sentences(finding)
        case .booking(.noTable(let table, let reasons)):
            [text(.booking(.noTable(table, because: [])))] + reasons.map { text($0) }
        case .booking(.nearNeither(let doubt, let day, let today, let party, let reasons)):
            [text(.booking(.nearNeither(doubt, on: day, today: today, party: party, because: [])))]
                + reasons.map { text($0) }
        case .held(let finding): sentences(finding)
        default: [text(finding)]
        }
    }

    /// What to do next, and what else to know; empty where there is nothing.
    func hint(_ error: ResyError) -> String {
        joined(error.advice.map { text($0) } + error.remarks.map { text($0) })
    }

    func text(_ finding: Finding) -> String {
        switch finding {
        case .service(let failure): text(failure)
        case .network(let fault): text(fault)
        case .signIn(let finding): text(finding)
        case .browser(let finding): text(finding)
        case .files(let finding): text(finding)
        case .places(let finding): text(finding)
        case .argument(let finding): text(finding)
        case .program(let finding): text(finding)
        case .checkUp(let finding): text(finding)
        case .venue(let finding): text(finding)
        case .date(let finding): text(finding)
        case .time(let finding): text(finding)
        case .search(let finding): text(finding)
        case .watch(let finding): text(finding)
        case .booking(let finding): text(finding)
        case .held(let finding): text(finding)
        case .yes(let finding): text(finding)
        case .cancelling(let finding): text(finding)
        case .notify(let finding): text(finding)
        case .changing(let finding): text(finding)
        case .together(let findings): joined(findings.map { text($0) })
        }
    }

    func text(_ advice: Advice) -> String {
        switch advice {
        case .service(let advice): text(advice)
        case .network(let advice): text(advice)
        case .signIn(let advice): text(advice)
        case .browser(let advice): text(advice)
        case .files(let advice): text(advice)
        case .places(let advice): text(advice)
        case .argument(let advice): text(advice)
        case .program(let advice): text(advice)
        case .checkUp(let advice): text(advice)
        case .venue(let advice): text(advice)
        case .date(let advice): text(advice)
        case .time(let advice): text(advice)
        case .search(let advice): text(advice)
        case .watch(let advice): text(advice)
        case .deed(let advice): text(advice)
        case .notify(let advice): text(advice)
        }
    }

    func text(_ advice: [Advice]) -> String { joined(advice.map { text($0) }) }

    /// As one text; those that this reader has no use for are empty.
    func joined(_ sentences: [String]) -> String {
        sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

// MARK: - Beside an answer

extension Voice {
    /// Without those that this reader has no use for.
    func texts(_ remarks: [Remark]) -> [String] {
        remarks.map { text($0) }.filter { !$0.isEmpty }
    }

    /// Empty where this reader has no use for it.
    func text(_ remark: Remark) -> String {
        switch remark {
        case .evening(let remark): text(remark)
        case .list(let remark): text(remark)
        case .signIn(let remark): text(remark)
        case .venue(let remark): text(remark)
        case .booking(let remark): text(remark)
        case .yes(let remark): text(remark)
        case .cancelling(let remark): text(remark)
        case .changing(let remark): text(remark)
        case .search(let remark): text(remark)
        case .notify(let remark): text(remark)
        case .watch(let remark): text(remark)
        case .failure(let finding, let advice): joined([text(finding)] + advice.map { text($0) })
        case .together(let remarks): joined(remarks.map { text($0) })
        }
    }
}
