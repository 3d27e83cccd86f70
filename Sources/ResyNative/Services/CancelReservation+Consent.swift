internal import ResyDomain

/// Whether a cancellation may go ahead: it costs nothing, or there is a yes to what it costs.
extension CancelReservation {
    enum Way {
        /// The row as it was read last.
        case goAhead(ListedReservation)
        case finished(CancellationOutcome)
    }

    /// Seconds before the deadline that a cancellation and its look at the list need.
    private static let reserve: Double = 18
    /// Less than this and no person can read a question and answer it.
    private static let shortestQuestion: Double = 5
    /// In one call: what costs something else each time can be agreed to by nobody.
    private static let mostQuestions = 3

    func agree(
        _ listed: ListedReservation, account: String, _ brought: BroughtAnswer
    ) async throws -> Way {
        var row = listed
        var agreed = brought.given?.agreement
        // What somebody saw last.
        var shown = agreed
        var reply = brought.reply
        var questions = 0
        while true {
            if reply == .no {
                return .finished(
                    outcome(.declined, row, notes: ["The user was asked and said no. Nothing was cancelled."]))
            }
            guard row.reservation.mayCancel else { return .finished(notAllowed(row)) }
            let cost = row.chargesNow(now)
            let agreement = agreement(row, account: account, cost)
            let isNews = shown.map { $0.isAbout(agreement) && $0 != agreement } ?? false
            switch decide(cost, party: row.reservation.party, reply) {
            case .goAhead: return .goAhead(row)
            case .refuse:
                return .finished(
                    outcome(
                        .declined, row,
                        notes: [refusal(cost, party: row.reservation.party)])
                )
            case .ask where agreed == agreement: return .goAhead(row)
            case .ask: break
            }
            let until = call.deadline.adding(-Self.reserve)
            guard case .inCall(let ask)? = call.asking, reply != .unseen,
                until.seconds - clock.now.seconds > Self.shortestQuestion, questions < Self.mostQuestions
            else {
                return .finished(try waiting(row, cost, agreement, changed: isNews, reply))
            }
            questions += 1
            call.progress("asking whether to cancel")
            let asked = clock.now
            let answer = try await ask(question(row, cost, changed: isNews), until)
            shown = agreement
            reply = Reply(answer, after: clock.now.seconds - asked.seconds)
            guard reply == .yes else { continue }
            agreed = agreement
            // Time has passed: what is cancelled must cost what was agreed to.
            let wanted = Wanted.number(row.reservation.id, name: nil)
            row = await completed(
                try wanted.pick(
                    from: try await rows(isPaced: false), url: links.reservations))
        }
    }

    /// Above the limit, or not to be compared with it.
    private func refusal(_ cost: Charges, party: Int) -> String {
        let reason =
            cost.stake(party: party) == .unknown
            ? "Resy does not state all of what it would cost, and --max-fee covers only what is stated"
            : "it would cost more than --max-fee allows"
        return "Nothing was cancelled: \(reason). \(cost.text)."
    }

    private func decide(_ cost: Charges, party: Int, _ reply: Reply?) -> Consent {
        switch settings.confirm {
        case .always: .ask
        // A question that nobody said yes to is not settled by a fee that is gone since.
        case .fees: cost.isEmpty && reply != .unseen ? .goAhead : .ask
        case .never: cost.stake(party: party).isWithin(settings.largestFee) ? .goAhead : .refuse
        }
    }

    private func notAllowed(_ row: ListedReservation) -> CancellationOutcome {
        outcome(
            .notCancelled, row,
            notes: [
                "Resy does not allow this reservation to be cancelled any more. Ask the restaurant, or look at \(links.reservations)."
            ])
    }

    private func agreement(_ row: ListedReservation, account: String, _ cost: Charges) -> Agreement {
        let held = row.reservation
        let terms = [cost.timeless.canonicalText] + (row.terms ?? [])
        return Agreement(
            deed: .cancel, account: account, venue: held.venue.id, day: held.day, time: held.time, party: held.party,
            seating: held.seating ?? "", card: nil, reservation: held.id,
            fingerprint: Agreement.fingerprint(of: terms.joined(separator: "\n")))
    }

    /// A question for the client's own window where it asks between two calls; else a token for the next call.
    private func waiting(
        _ row: ListedReservation, _ cost: Charges, _ agreement: Agreement, changed: Bool,
        _ reply: Reply?
    ) throws -> CancellationOutcome {
        if case .byReturn? = call.asking, reply != .unseen {
            var asking = outcome(.needsConfirmation, row, notes: [])
            asking.question = OpenQuestion(
                question: question(row, cost, changed: changed),
                state: try agreements.seal(agreement, in: .state).text)
            return asking
        }
        let sealed = try agreements.seal(agreement, in: .token)
        var notes = [cost.isEmpty ? "Cancelling costs nothing." : "\(cost.costOfCancelling)."]
        if changed { notes.append("That has changed since it was shown.") }
        if reply == .unseen { notes.append("The question got no clear answer; some apps cannot show one.") }
        notes.append("Nothing is cancelled yet. Show the user this; after a yes, call again with this confirm_token.")
        var asking = outcome(.needsConfirmation, row, notes: notes)
        asking.terms = row.terms
        asking.confirmToken = sealed.text
        asking.confirmBefore = sealed.expires
        return asking
    }

    private func question(_ row: ListedReservation, _ cost: Charges, changed: Bool) -> Question {
        let held = row.reservation
        var sentences = changed ? ["This has changed since it was shown."] : []
        sentences.append(
            "Cancel the table at \(CleanText.quoted(held.venue.name, to: 60)): \(held.day.spoken) at "
                + "\(held.time.spoken), party of \(held.party) (\(held.confirmationID))?")
        let stake = cost.stake(party: held.party)
        sentences.append(
            cost.isEmpty ? "Cancelling costs nothing." : "\(cost.costOfCancelling), \(Question.most(stake)).")
        sentences.append("A cancelled table cannot be had back.")
        return Question(
            deed: .cancel, message: Question.message(sentences, quoting: row.terms ?? [], more: links.reservations),
            label: Question.label("Cancel it", stake))
    }

    /// By Resy's clock where ours is known to differ.
    var now: Instant { clock.now.adding(call.api.serverClockOffset ?? 0) }
}
