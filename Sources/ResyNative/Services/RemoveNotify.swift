internal import ResyDomain

/// Takes an entry off Resy's Notify list: named whole, as the list had it a moment ago, and gone where the list says so.
struct RemoveNotify: Sendable {
    let service: NotifyService

    private var reception: Reception { service.reception }

    func run(_ id: String) async throws -> NotifyOutcome {
        reception.call.progress(.readingNotifies)
        let parts = id.split { !$0.isNumber }
        guard parts.count == 1, let number = Int(parts[0]) else {
            throw ResyError(.badRequest, .notify(.noNumber(id)), advice: [.notify(.nameOne)])
        }
        let list = try await service.list(isPaced: true)
        let all = await service.named(list.notifies)
        guard let notify = all.first(where: { $0.id == number }) else {
            throw ResyError(.badRequest, .notify(.noSuchNumber(number, there: all)), advice: [.notify(.nameOne)])
        }
        try service.refuseTooLate()
        return try await reception.commitments.run { try await remove(notify, unread: list.unread) }
    }

    /// `unread`: rows of the list that could not be read; where there are more of them afterwards, one may be this one.
    private func remove(_ notify: Notify, unread: Int) async throws -> NotifyOutcome {
        func isGone(from list: NotifyList) -> Bool {
            list.unread <= unread && !list.notifies.contains { $0.id == notify.id }
        }
        reception.call.progress(.removingNotify)
        var fault: APIFailure?
        do {
            try await reception.call.withAccess { resy in try await resy.remove(notify) }
        } catch let failure as APIFailure {
            fault = failure
        }
        let list: NotifyList
        do {
            list = try await service.settled(until: isGone)
        } catch {
            let why: Finding? = (error as? APIFailure)?.explained().finding ?? (error as? ResyError)?.finding
            guard let why else { throw error }
            throw ResyError(
                .network, .notify(.unknown(because: why)),
                advice: [.notify(.lookFirst(url: reception.links.reservations))])
        }
        guard !isGone(from: list) else { return NotifyOutcome(.removed, [notify]) }
        if let fault, fault.provesNothingHappened { throw fault }
        throw ResyError(
            .resyError, .notify(.stillListed(because: fault?.explained().finding)),
            advice: [.notify(.lookFirst(url: reception.links.reservations))])
    }
}
