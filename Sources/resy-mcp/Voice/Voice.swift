internal import ResyDomain
internal import ResyNative

/// Puts facts into words: the one place where they become sentences, of each reader's own terms.
struct Voice: Sendable {
    /// Who reads: a model that calls tools, or a person at a command line.
    enum Reader: Sendable { case model, person }

    let reader: Reader

    init(_ reader: Reader) { self.reader = reader }

    static let model = Voice(.model)
    static let person = Voice(.person)

    /// The same fact in either reader's terms.
    func either(_ model: String, _ person: String) -> String { reader == .model ? model : person }
}

// MARK: - Failures

extension Voice {
    /// What failed, and what was not done for it.
    func message(_ error: ResyError) -> String {
        var text = error.readings.map { "\(self.text($0)). " }.joined() + self.text(error.finding)
        guard let deed = error.undone else { return text }
        if let last = text.last, !".!?\u{2026}".contains(last) { text += "." }
        return text + (deed == .book ? " Nothing was booked." : " Nothing was cancelled.")
    }

    /// What to do next, and what else to know; empty where there is nothing.
    func hint(_ error: ResyError) -> String {
        joined(error.advice.map { text($0) } + error.remarks.map { text($0) })
    }

    /// Whether the advice says already how long to wait: for a person once is enough.
    func tellsWait(_ error: ResyError) -> Bool { reader == .person && error.advice.contains(where: \.tellsWait) }

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
        case .booking(let finding): text(finding)
        case .held(let finding): text(finding)
        case .yes(let finding): text(finding)
        case .cancelling(let finding): text(finding)
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
        case .deed(let advice): text(advice)
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
        case .failure(let finding, let advice): joined([text(finding)] + advice.map { text($0) })
        case .together(let remarks): joined(remarks.map { text($0) })
        }
    }
}
