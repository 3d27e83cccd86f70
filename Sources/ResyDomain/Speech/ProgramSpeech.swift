/// What is so of this program and of the call under way.
package enum ProgramFinding: Sendable, Equatable {
    /// No answer came in time.
    case overdue(Overdue)
    /// Requests wait for their turn.
    case crowded
    /// No more looking for a while: what this computer may ask of Resy is used up.
    case lookedEnough(LookedEnough)
    /// Only reading is allowed here.
    case switchedOff(Deed)
    /// An error that nobody thought of; the type alone.
    case unexpected(type: String)
    case noUserFolder(app: String)
    case pathUnknown
    case serverList(path: String, ServerListFault)
    /// The application's key, where nobody was signed in.
    case keyRefused
    case noAnswer
    case severalVenues(name: String)
    case noVenue(name: String)

    /// For how long.
    package enum LookedEnough: Sendable, Equatable { case now, today }

    /// What was called.
    package enum Overdue: Sendable, Equatable { case read, booking, cancellation, change, signIn, notify }
}

/// Why an app's list of servers was left as it is.
package enum ServerListFault: Error, Equatable {
    /// Another program's entry has that name.
    case taken(name: String, by: OtherServer)
    case syntax(reason: String, offset: Int)
    case notAnObject
    case wrongKind(member: String, wanted: String)
    /// The same where a list is a table.
    case noTable(member: String)
    case tooDeep
}

/// What another program's entry in an app's list starts, in as much as it may be shown.
package struct OtherServer: Sendable, Equatable {
    package var words: [String]
    /// Of a server elsewhere.
    package var host: String?
    /// Names alone.
    package var variables: [String]
    /// It runs this program, in a container, and was written by hand.
    package var isContainerOfOurs: Bool

    package init(
        words: [String], host: String? = nil, variables: [String] = [], isContainerOfOurs: Bool = false
    ) {
        self.isContainerOfOurs = isContainerOfOurs
        self.words = words
        self.host = host
        self.variables = variables
    }
}

/// What to do about this program.
package enum ProgramAdvice: Sendable, Equatable {
    case afterOverdue(ProgramFinding.Overdue)
    case nothingSentTryAgain
    /// Until there is enough for the next request.
    case waitOrRaiseBudget(until: Instant)
    case leaveOutReadOnly
    case runDoctor
    case setHome
    case addByHandWithPath
    case mendServerList(ServerListFault, orElse: ByHand)
    case correctKey
    case tryAgain
    case givePage

    /// What is left to do in an app's list of servers.
    package enum ByHand: Sendable, Equatable { case add, remove }
}
