/// Cancels a reservation: finds it in the account's list, asks where it costs money, sends once, and reads the
/// list again to be sure.
struct CancelReservation: Sendable {
    let api: ResyAPI
    let auth: AuthManager
    let store: Store
    let agreements: Agreements
    let commitments: Commitments
    let links: VenueLinks
    let settings: Settings
    let clock: any WallClock

    /// Seconds before each look at the list.
    private static let pauses: [Double] = [0, 1.5, 3, 4]

    func run(_ request: CancellationRequest, _ context: CallContext) async throws -> CancellationOutcome {
        let given = try request.confirmToken.flatMap { $0.isBlank ? nil : $0 }.map { token in
            try agreements.open(token, for: .cancel)
        }
        let wanted = try Wanted(request)
        let row: ListedReservation
        do {
            row = await completed(try await find(wanted, context))
        } catch APIFailure.stopped(let stop) {
            throw await barred(wanted, by: stop)
        } catch let error as ResyError where error.code == .reservationNotFound {
            if let gone = await alreadyCancelled(wanted) { return gone }
            throw error
        }
        let account = try await auth.accountKey() ?? ""
        if let asking = try await ask(row, account: account, given: given) { return asking }
        return try await commitments.run { [self] in try await send(row, account: account, context) }
    }

    /// The reservation meant, in the list as it is now. One that was booked from here a moment ago is waited for.
    private func find(_ wanted: Wanted, _ context: CallContext) async throws -> ListedReservation {
        for pause in [1.5, 3, 4] {
            do {
                return try wanted.pick(from: try await rows(context))
            } catch let error as ResyError where error.code == .reservationNotFound {
                guard await isFresh(wanted), context.deadline.seconds - clock.now.seconds > pause + 20 else {
                    throw error
                }
                try await clock.sleep(seconds: pause)
            }
        }
        return try wanted.pick(from: try await rows(context))
    }

    /// With what this home knows of it: Resy's list does not tell what was paid, the terms did.
    private func completed(_ row: ListedReservation) async -> ListedReservation {
        guard let ours = try? await store.reservation(id: row.reservation.id)?.reservation else { return row }
        var row = row
        row.reservation.source = ours.source
        row.reservation.specialRequests = row.reservation.specialRequests ?? ours.specialRequests
        row.reservation.cancellationFee = row.reservation.cancellationFee ?? ours.cancellationFee
        row.reservation.takeWordsOfFee(from: ours)
        return row
    }

    private func rows(settles: Bool = false, _ context: CallContext) async throws -> [ListedReservation] {
        try await auth.withAccess(context) { access in
            context.progress("reading the reservations")
            return try await api.reservations(isPaced: !settles, settles: settles, access, context)
        }
    }

    private func isFresh(_ wanted: Wanted) async -> Bool {
        guard case .number(let id, _) = wanted, let local = try? await store.reservation(id: id),
            local.reservation.status == .confirmed
        else { return false }
        return clock.now.seconds - local.recordedAt.seconds < 60
    }

    private func alreadyCancelled(_ wanted: Wanted) async -> CancellationOutcome? {
        guard case .number(let id, _) = wanted, let local = try? await store.reservation(id: id),
            local.reservation.status == .cancelled
        else { return nil }
        return CancellationOutcome(
            status: .cancelled, reservation: local.reservation, refund: nil, confirmToken: nil, confirmBefore: nil,
            notes: ["It was cancelled before; Resy's list no longer has it."])
    }

    // MARK: - Asking

    /// Nil where the way is free: no fee, or a yes to this very fee.
    private func ask(
        _ row: ListedReservation, account: String, given: GivenAgreement?
    ) async throws -> CancellationOutcome? {
        guard let fee = row.feeNow(now) else {
            return settings.confirm == .always ? try await askAnyway(row, account, given, fee: nil) : nil
        }
        if settings.confirm == .never {
            guard fee.atStake(party: row.reservation.party).isWithin(settings.largestFee) else {
                return outcome(
                    .declined, row,
                    notes: ["Nothing was cancelled: it would cost more than --max-fee allows. \(fee.text)."])
            }
            return nil
        }
        return try await askAnyway(row, account, given, fee: fee)
    }

    private func askAnyway(
        _ row: ListedReservation, _ account: String, _ given: GivenAgreement?, fee: Fee?
    ) async throws -> CancellationOutcome? {
        let reservation = row.reservation
        let agreement = Agreement(
            deed: .cancel, account: account, venue: reservation.venue.id, day: reservation.day, time: reservation.time,
            party: reservation.party, seating: reservation.seating ?? "", card: nil, reservation: reservation.id,
            fingerprint: Agreement.fingerprint(of: fee?.text ?? "free"))
        if let given, given.agreement == agreement {
            guard try await agreements.spend(given) else {
                throw ResyError(
                    .badRequest, "This confirm_token was used before; each works once.",
                    hint: "Look at my_reservations; to try again, call without confirm_token.")
            }
            return nil
        }
        let sealed = try agreements.seal(agreement)
        var asking = outcome(
            .needsConfirmation, row,
            notes: [
                fee.map { "Cancelling now costs money: \($0.text)." } ?? "Cancelling costs nothing.",
                "Nothing is cancelled yet. Show the user this; after a yes, call again with this confirm_token.",
            ])
        asking.confirmToken = sealed.token
        asking.confirmBefore = sealed.expires
        return asking
    }

    /// By Resy's clock where ours is known to differ.
    var now: Instant { clock.now.adding(api.serverClockOffset ?? 0) }

    // MARK: - Sending

    private func send(
        _ row: ListedReservation, account: String, _ context: CallContext
    ) async throws -> CancellationOutcome {
        let reservation = row.reservation
        guard let token = row.cancelToken else { throw APIFailure.schema(path: "$.reservations[].resy_token") }
        guard reservation.mayCancel else {
            return outcome(
                .notCancelled, row,
                notes: [
                    "Resy does not allow this reservation to be cancelled any more. Ask the restaurant, or look at \(links.reservations)."
                ])
        }
        context.progress("cancelling the reservation")
        let access = try await auth.access(context)
        var (refund, failure) = await attempt(token, access, context)
        if failure == .signedOut {
            // Proof that nothing was done; once more with a new sign-in, if it still costs the same.
            do {
                let fresh = try await auth.renew(after: access.token, context)
                let listed = try await api.reservations(isPaced: false, fresh, context)
                if let again = listed.first(where: { $0.reservation.id == reservation.id }),
                    let token = again.cancelToken
                {
                    guard await completed(again).feeNow(now)?.text == row.feeNow(now)?.text else {
                        return outcome(
                            .notCancelled, row,
                            notes: [
                                "What cancelling costs has changed meanwhile, so nothing was cancelled. Call again to see it."
                            ])
                    }
                    (refund, failure) = await attempt(token, fresh, context)
                }
            } catch let error as ResyError {
                return outcome(.notCancelled, row, notes: ["\(error.message) \(error.hint)"])
            } catch let fault as APIFailure {
                let reason = fault.explained(url: links.reservations)
                return outcome(.notCancelled, row, notes: ["\(reason.message) \(reason.hint)"])
            }
        }
        switch await isStillListed(reservation.id, context) {
        case false?:
            var done = outcome(.cancelled, row, notes: [])
            done.refund = refund
            done.reservation.status = .cancelled
            // Remembered wherever it was booked, so that a second call can say that it is cancelled.
            try? await store.record(done.reservation, account: account, now: clock.now)
            try? await store.markCancelled(id: reservation.id, now: clock.now)
            return done
        case true?:
            return stillThere(row, failure)
        case nil:
            if let failure, failure.provesNothingHappened { return stillThere(row, failure) }
            let said = failure == nil ? "Resy took the cancellation" : "The cancellation was sent"
            return outcome(
                .unknown, row,
                notes: [
                    "\(said), but the list that would prove it could not be read. Look at \(links.reservations) before anything else."
                ])
        }
    }

    /// Sends it, once. From here on nothing may throw: an error would hide that it was sent.
    private func attempt(
        _ token: Secret, _ access: Access, _ context: CallContext
    ) async -> (refund: Bool?, failure: APIFailure?) {
        var limited = context
        limited.deadline = context.deadline.adding(-10)
        do {
            return (try await api.cancel(token, access, limited).refund, nil)
        } catch let failure as APIFailure {
            return (nil, failure)
        } catch {
            return (nil, .network(.connectionLost(sent: true)))
        }
    }

    private func stillThere(_ row: ListedReservation, _ failure: APIFailure?) -> CancellationOutcome {
        switch failure {
        case nil:
            return outcome(
                .notCancelled, row,
                notes: [
                    "Resy accepted the cancellation but still lists the reservation. Look at \(links.reservations)."
                ])
        case let failure? where failure.provesNothingHappened:
            let reason = failure.explained(url: links.reservations)
            return outcome(.notCancelled, row, notes: ["\(reason.message) \(reason.hint)"])
        default:
            return outcome(
                .unknown, row,
                notes: [
                    "The cancellation was sent and no clear answer came; the reservation is still listed. Look at "
                        + "\(links.reservations) in a few minutes before trying again."
                ])
        }
    }

    /// Nil where the list could not be read. Looks a few times: the list was seen to lag.
    private func isStillListed(_ id: Int, _ context: CallContext) async -> Bool? {
        var answer: Bool?
        for pause in Self.pauses {
            guard context.deadline.seconds - clock.now.seconds > pause + 1 else { break }
            do {
                try await clock.sleep(seconds: pause)
                let rows = try await rows(settles: true, context)
                let isListed = rows.contains { $0.reservation.id == id && $0.reservation.status == .confirmed }
                if !isListed { return false }
                answer = true
            } catch is APIFailure {
                continue
            } catch {
                return answer
            }
        }
        return answer
    }

    private func outcome(
        _ status: CancellationOutcome.Status, _ row: ListedReservation, notes: [String]
    ) -> CancellationOutcome {
        CancellationOutcome(
            status: status, reservation: row.reservation, refund: nil, confirmToken: nil, confirmBefore: nil,
            notes: notes)
    }
}

extension ListedReservation {
    /// What cancelling at that moment costs; nil where it is known to cost nothing.
    func feeNow(_ now: Instant) -> Fee? {
        guard let fee = reservation.cancellationFee else { return nil }
        // Resy's own word that it applies outweighs a date; a date that is past outweighs its word that it does not.
        if feeApplies == true { return fee }
        if let cutOff = fee.cutOff ?? reservation.cancelBy { return now >= cutOff ? fee : nil }
        return feeApplies == false ? nil : fee
    }
}
