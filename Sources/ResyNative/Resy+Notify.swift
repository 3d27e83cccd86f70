package import ResyDomain

/// What is done with the account's Notify list at Resy.
extension Resy {
    package func notify(_ order: NotifyOrder, context: CallContext) async throws -> NotifyOutcome {
        do {
            return try await explaining {
                try await NotifyService(reception: reception(call(context)), places: places).run(order)
            }
        } catch var error as ResyError {
            // What was not done is told of whatever failed; what is unclear tells it itself.
            if let deed = order.deed, !error.finding.tellsNotify {
                error.finding = .together([error.finding, .notify(.undone(deed))])
            }
            throw error
        }
    }
}

extension Finding {
    fileprivate var tellsNotify: Bool {
        switch self {
        case .notify(.unknown), .notify(.notListed), .notify(.stillListed): true
        default: false
        }
    }
}
