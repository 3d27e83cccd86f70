/// What the doctor looks at.
package enum CheckUpSubject: Sendable, Equatable {
    case program, home, disk, credentials, key, signInFile, account, token, database, certificates, proxy, api, signIn
    case browserSignIn, clock, requests, lastLimit, watching, placesSearch, browser
}

/// What the doctor found.
package enum CheckUpFinding: Sendable, Equatable {
    /// The program's own version, then those of its libraries.
    case versions([String])
    /// All is well with what lies there.
    case path(String)
    case madeWhenNeeded(path: String)
    case madeAtFirstSignIn(path: String)
    case anotherUsers(path: String)
    case noFolderToEnter(path: String)
    case unwritableHome(path: String)
    case openToOthers(path: String, mode: Int)
    case cannotBeMade(path: String)
    case noOwnFolder(path: String)
    case noOwnFile(path: String)
    case keyMissing(path: String)
    case keyDamaged(path: String)
    case unseen(path: String)
    case unreadable(path: String)
    case roomUnknown
    case diskFull(path: String)
    case littleRoom(megabytes: Int, path: String)
    /// Nil where it is more than is worth counting.
    case room(megabytes: Int?)
    case signInUnreadable
    case nobody
    case environmentSignsIn
    /// `name`: masked; nil where it has none.
    case account(name: String?, isAccepted: Bool)
    case noTokenYet
    case noTokenNorMeans
    case tokenEndUnknown
    case tokenGood(until: Instant, days: Int, isRenewed: Bool)
    case tokenEndsSoon(at: Instant, days: Int)
    case tokenEnded(at: Instant, isRenewed: Bool)
    case layout(path: String, version: Int)
    case newerLayout(path: String, version: Int)
    case unopened(path: String, code: Int)
    case damaged(path: String)
    case noBundle
    case proxy(variable: String, place: String, host: String)
    case noProxy(host: String, isThisMachine: Bool)
    case notAskedToTheEnd(host: String)
    case answers(CheckUpWay)
    case guarded(CheckUpWay, status: Int)
    case refusesKey(CheckUpWay, status: Int)
    case asksForFewer(CheckUpWay)
    case faulty(CheckUpWay, status: Int)
    case clockAgrees
    case clockOff(minutes: Int, isAhead: Bool)
    case heldBack(Breaker.Group, Breaker.Stop)
    case asked(CheckUpRequests)
    /// Nil where Resy has never limited or blocked this home.
    case lastStop(Breaker.Stop?)
    case watching(CheckUpWatching)
    case placesKey(isSet: Bool)
    case browserStarts(String)
    case browserUnseen
}

/// How much this home asked Resy.
package struct CheckUpRequests: Sendable, Equatable {
    /// Of this day; nil where nobody counts.
    package var today: Int?
    package var budget: LookingBudget
    /// Whole requests in the bucket.
    package var left: Int
    /// When a look may go; nil: at once.
    package var nextLook: Instant?

    package init(today: Int?, budget: LookingBudget, left: Int, nextLook: Instant?) {
        self.today = today
        self.budget = budget
        self.left = left
        self.nextLook = nextLook
    }
}

/// What looks for the watches of this home.
package struct CheckUpWatching: Sendable, Equatable {
    package var watches: Int
    package var runs: Bool
    package var lastTick: Instant?
    package var pause: WatchPause?

    package init(watches: Int, runs: Bool, lastTick: Instant?, pause: WatchPause?) {
        self.watches = watches
        self.runs = runs
        self.lastTick = lastTick
        self.pause = pause
    }
}

/// How an answer came.
package struct CheckUpWay: Sendable, Equatable {
    package var host: String
    package var milliseconds: Int
    /// `HTTP/2`, where it said so.
    package var version: String?
    package var isEncrypted: Bool

    package init(host: String, milliseconds: Int, version: String?, isEncrypted: Bool) {
        self.host = host
        self.milliseconds = milliseconds
        self.version = version
        self.isEncrypted = isEncrypted
    }
}

/// What to do about what the doctor found.
package enum CheckUpAdvice: Sendable, Equatable {
    case useOwnFolder
    case nameAnotherHome
    case nameOwnHome
    case mendModes
    /// `writes`: the next command that writes does so itself, else the next that uses it.
    case tighten(path: String, mode: Int, writes: Bool)
    case changePassword
    case signIn
    case signInAnew
    case restoreKey
    case updateOrMove
    case checkOwner
    case checkOwnerOf(path: String)
    case checkHomePath
    case moveFile
    case moveFolder
    case moveDatabase
    case takeOver
    case makeRoom
    case makeRoomOrMove
    case installBundle
    case nameBundle
    case proxyOnTheWay(variable: String, place: String)
    case tryAgain
    case tryInAMinute
    case waitAQuarter
    case waitOrGoHome
    case correctKey
    case updateOrSetKey
    case setClock
    case afterStop(Breaker.Group, Breaker.Cause)
    case browserIsForSignIn
    case runAgain
    case installWatching
    case notifyMeanwhile
}
