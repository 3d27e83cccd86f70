internal import ResyDomain
internal import ResyNative

/// What to do about what the doctor found.
extension Voice {
    func text(_ advice: CheckUpAdvice) -> String {
        switch advice {
        case .useOwnFolder: "Use a folder of your own with --home."
        case .nameAnotherHome: "Name another with --home."
        case .nameOwnHome: "Name a folder of your own with --home."
        case .mendModes: "Mend its modes (chmod 700), or use another with --home."
        case .tighten(let path, let mode, let writes):
            "chmod \(String(mode, radix: 8)) \(path); the next command that \(writes ? "writes" : "uses it") does so too."
        case .changePassword: "If others use this machine, change the Resy password too."
        case .signIn: "Run `resy-mcp login`."
        case .signInAnew: "Run `resy-mcp logout`, then `resy-mcp login`."
        case .restoreKey: "Restore it from a backup, or run `resy-mcp logout` and `resy-mcp login`."
        case .updateOrMove: "Update resy-mcp, or use another folder with --home."
        case .checkOwner: "Check its owner and modes; it should be yours alone."
        case .checkOwnerOf(let path): "Check the owner and the modes of \(path)."
        case .checkHomePath: "Check the path of the home."
        case .moveFile: "Move it away: a new one is made."
        case .moveFolder: "Move it away, then run `resy-mcp login`; or name another home with --home."
        case .moveDatabase: "Move it away: a new one is made, and the reservations stay safe at Resy."
        case .takeOver: "Take it over (chown), or use a folder of your own with --home."
        case .makeRoom: "Make room."
        case .makeRoomOrMove: "Make room, or use another disk with --home."
        case .installBundle: "Install ca-certificates, or name a bundle with --cacert."
        case .nameBundle: "Name a bundle that can be read with --cacert or RESY_CACERT."
        case .proxyOnTheWay(let variable, let place): "A proxy is on the way: \(variable) names \(place)."
        case .tryAgain: "Try again."
        case .tryInAMinute: "Try again in a minute."
        case .waitAQuarter: "Wait a quarter of an hour."
        case .waitOrGoHome:
            "Wait a quarter of an hour, or try from a home connection rather than a server. The account is not at fault."
        case .correctKey: "Correct RESY_API_KEY, or unset it."
        case .updateOrSetKey: "Update resy-mcp, or set RESY_API_KEY to the key of resy.com's pages."
        case .setClock:
            "Let the system set its clock from the network: \"today\" and times left may be wrong."
        case .afterStop(.calls, _):
            "Wait until then; use resy.com meanwhile. `resy-mcp doctor --resume` asks sooner, at the account's risk."
        case .afterStop(.signIn, .blocked):
            "`resy-mcp login --headed` signs in through a browser; `resy-mcp doctor --resume` ends the wait."
        case .afterStop(.signIn, _):
            "Wait until then; `resy-mcp doctor --resume` ends the wait, at the account's risk."
        case .afterStop(.browser, _):
            "`resy-mcp login --headed` signs in in a window at once; `resy-mcp doctor --resume` ends the wait."
        case .browserIsForSignIn: "Only signing in through a browser needs one."
        case .installWatching: "Run `resy-mcp watch install`."
        case .notifyMeanwhile: "Resy's own Notify list goes on meanwhile: see `resy-mcp notify`."
        case .runAgain: "Run `resy-mcp doctor` again."
        }
    }
}
