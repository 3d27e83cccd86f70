internal import ResyDomain
internal import ResyNative

/// Reservations that are cancelled by one command: what each costs and the sum are shown, one yes is for all of them, and
/// each is cancelled only for what was shown.
struct SeveralCancellations {
    let errand: Errand
    let asking: Asking
    let inJSON: Bool

    private var terminal: Terminal { errand.terminal }

    /// What became of one of them.
    private enum Result {
        case outcome(CancellationOutcome)
        case failed(Int, ResyError)
    }

    func run(_ ids: [Int]) throws -> ExitStatus {
        var seen: Set<Int> = []
        let ids = ids.filter { seen.insert($0).inserted }
        let wanted = try find(ids)
        let costs = wanted.open.map { held in held.costOfCancelling(at: errand.clock.now) }
        let sum = zip(wanted.open, costs).reduce(Stake.nothing) { $0 + $1.1.stake(party: $1.0.party) }
        if let refusal = try refusal(wanted.open, costs, sum) {
            return leave(
                wanted.before + refused(zip(wanted.open, costs).map { ($0, $1) }, refusal), in: ids,
                saying: refusal.words, as: ExitStatus(refusal.status))
        }
        var results = wanted.before
        for (index, held) in wanted.open.enumerated() {
            let result = cancel(held, for: costs[index])
            results.append(result)
            guard Self.isClear(result) else {
                results += wanted.open[(index + 1)...].map {
                    .outcome(CancellationOutcome(.notCancelled, $0, remarks: [.cancelling(.notTried)]))
                }
                break
            }
        }
        return leave(results, in: ids)
    }

    // MARK: - Which

    /// Those of the account's list, and what became earlier of those that are not in it. Throws where one is unknown: nothing
    /// has been cancelled then.
    private func find(_ ids: [Int]) throws -> (open: [Reservation], before: [Result]) {
        // Nothing is cancelled by looking.
        var careful = asking.settings
        careful.confirm = .always
        let concierge = makeConcierge(careful, redactor: errand.redactor)
        let list = try errand.wait { try await concierge.reservations(includingPast: false, context: $0) }
        var (open, before): ([Reservation], [Result]) = ([], [])
        for id in ids {
            if list.isSynced, let held = list.reservations.first(where: { $0.id == id && $0.status == .confirmed }) {
                open.append(held)
                continue
            }
            // Without the list this says why.
            let known = try errand.wait {
                try await concierge.cancelReservation(
                    CancellationRequest(confirmationID: "RESY-\(id)"), context: $0)
            }
            if known.status == .needsConfirmation {
                open.append(known.reservation)
            } else {
                before.append(.outcome(known))
            }
        }
        return (open, before)
    }

    // MARK: - The yes

    /// Why none of them is cancelled.
    private struct Refusal {
        enum Why { case no, nobody, limit(isStated: Bool) }

        var status: CancellationOutcome.Status
        var why: Why
        var words: String?

        func remark(_ cost: Charges, party: Int) -> Remark {
            switch why {
            case .no: .cancelling(.saidNo)
            case .nobody: .cancelling(.costs(cost))
            case .limit(let isStated): .cancelling(.overLimit(isStated: isStated, cost, party: party))
            }
        }

        /// The user's limit, which what costs nothing is not beyond.
        var isLimit: Bool { if case .limit = why { true } else { false } }
    }

    /// One yes is for all of them. What costs nothing was kept back by those that cost something.
    private func refused(_ open: [(held: Reservation, cost: Charges)], _ refusal: Refusal) -> [Result] {
        let costly = open.filter { !$0.cost.isEmpty }
        return open.map { held, cost in
            guard refusal.isLimit, cost.isEmpty, let first = costly.first else {
                let remark = refusal.remark(cost, party: held.party)
                return .outcome(CancellationOutcome(refusal.status, held, remarks: [remark]))
            }
            let remark = CancellationRemark.heldBack(by: NamedTable(first.held), more: costly.count - 1)
            return .outcome(CancellationOutcome(.notCancelled, held, remarks: [.cancelling(remark)]))
        }
    }

    /// How all of them end where there is no yes for them, and what to say of it; nil where there is.
    private func refusal(
        _ open: [Reservation], _ costs: [Charges], _ sum: Stake
    ) throws -> Refusal? {
        guard !open.isEmpty else { return nil }
        if asking.isPossible {
            terminal.tell(question(open, costs))
            let answer = try errand.wait { [terminal] _ in
                try await terminal.confirms(Self.prompt(open.count, sum), within: Errand.personsPatience)
            }
            switch answer {
            case .accepted: return nil
            case .refused, .declined, .dismissed: return Refusal(status: .declined, why: .no)
            case .unclear, .late:
                return Refusal(status: .needsConfirmation, why: .nobody, words: Asking.late(.cancel))
            }
        }
        guard asking.settings.confirm == .never else {
            return costs.allSatisfy(\.isEmpty)
                ? nil : Refusal(status: .needsConfirmation, why: .nobody, words: asking.nobody(to: .cancel))
        }
        if sum.isWithin(asking.settings.largestFee) { return nil }
        let why = Voice.person.overLimit(sum, asking.settings.largestFee, .cancel)
        return Refusal(
            status: .declined, why: .limit(isStated: sum != .unknown),
            words: "resy-mcp: \(why)\n\(BookCommand.raising(sum))")
    }

    private func question(_ open: [Reservation], _ costs: [Charges]) -> Sheet {
        let voice = Voice.person
        var sheet = Sheet([Line("Cancel these \(open.count) reservations:", .strong)])
        for (held, cost) in zip(open, costs) {
            let money = cost.isEmpty ? "costs nothing" : voice.text(cost, party: held.party)
            let table = voice.table(held, now: errand.clock.now)
            sheet.add(Line("  \(table) (\(held.confirmationID)): \(Line.glued(money))", hang: 4))
        }
        sheet.add("Cancelling can't be undone.")
        return sheet
    }

    private static func prompt(_ count: Int, _ sum: Stake) -> String {
        guard let amount = sum.amount else {
            return "Cancel all \(count), though the cost is not fully stated? [y/N] "
        }
        return "Cancel all \(count)\(amount.isZero ? "" : " and lose \(Voice.person.text(sum)) in all")? [y/N] "
    }

    // MARK: - One after the other

    private func cancel(_ held: Reservation, for cost: Charges) -> Result {
        let shown = cost.timeless
        let way = asking.way(at: terminal) { question in
            guard case .cancellation(let asked) = question.about else { return false }
            return asked.held.id == held.id && (asked.cost.isEmpty || asked.cost.timeless == shown)
        }
        let concierge = makeConcierge(asking.settings, redactor: errand.redactor)
        do {
            return .outcome(
                try errand.wait(commits: true, asking: way) {
                    try await concierge.cancelReservation(
                        CancellationRequest(confirmationID: held.confirmationID), context: $0)
                })
        } catch let error as ResyError {
            return .failed(held.id, error)
        } catch {
            // Stopped by hand, before this one was sent.
            return .outcome(CancellationOutcome(.notCancelled, held, remarks: [.cancelling(.notTried)]))
        }
    }

    /// After one that is not, nothing more is sent.
    private static func isClear(_ result: Result) -> Bool {
        guard case .outcome(let outcome) = result else { return false }
        return outcome.status != .unknown && !outcome.remarks.contains(.cancelling(.notTried))
    }

    // MARK: - The end

    /// In the order in which they were named.
    private func leave(_ results: [Result], in ids: [Int], saying words: String? = nil, as status: ExitStatus? = nil)
        -> ExitStatus
    {
        let results = results.sorted { (ids.firstIndex(of: id($0)) ?? 0) < (ids.firstIndex(of: id($1)) ?? 0) }
        let now = errand.clock.now
        var sheet = Sheet()
        var answers: [JSON] = []
        for result in results {
            switch result {
            case .outcome(let outcome):
                sheet.add(
                    CancellationSheet(outcome: outcome, limit: asking.settings.largestFee, now: now).sheet)
                answers.append(ToolAnswer.json(outcome, link: errand.link))
            case .failed(let id, let error):
                sheet.add(FailureSheet(error: error, link: errand.link, now: now).sheet)
                answers.append(
                    ToolAnswer.json(error, link: errand.link, now: now)
                        .setting("confirmation_id", to: .string("RESY-\(id)")))
            }
        }
        if inJSON {
            terminal.answer(JSON.array(answers).compact, orTell: sheet)
        } else {
            terminal.answer(sheet, orTell: sheet)
        }
        if let words { terminal.tell(words) }
        return status ?? Self.status(results)
    }

    private func id(_ result: Result) -> Int {
        switch result {
        case .outcome(let outcome): outcome.reservation.id
        case .failed(let id, _): id
        }
    }

    /// The worst: not known, then what failed, then what waits for a yes.
    private static func status(_ results: [Result]) -> ExitStatus {
        let all = results.map { result in
            switch result {
            case .outcome(let outcome): ExitStatus(outcome.status)
            case .failed(_, let error): ExitStatus(error)
            }
        }
        if all.contains(.outcomeUnknown) { return .outcomeUnknown }
        return all.first { ![.done, .needsYes].contains($0) } ?? all.first { $0 != .done } ?? .done
    }
}
