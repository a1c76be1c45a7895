import type { Language } from "@single-window/core"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { cursorColumn, type Editing, edit, editing, insert, textOf } from "../form/Editing.js"
import type { GlobalAction } from "../keymap.js"
import { screenOf, screens } from "../screens/index.js"
import { within } from "../text/initials.js"
import { terminalWords } from "../text/terminal/index.js"
import { languages } from "../text/Words.js"
import { nextTheme, type ThemeName } from "../theme.js"
import { Boundary } from "./Boundary.js"
import { type Deed, deedsOf } from "./dispatch.js"
import { Frame } from "./Frame.js"
import type { Gate } from "./hostGate.js"
import type { KeyPress } from "./Keys.js"
import * as Navigation from "./Navigation.js"
import type { CursorPlace } from "./Painter.js"
import type { Route } from "./Route.js"
import { row, span } from "./Row.js"
import { isStaff, type Session, type SessionLimits } from "./Session.js"
import { type KeyTarget, type Opened, type Shell, ShellContext, type Size, type Status } from "./Shell.js"
import { commandNames, commandRoute } from "./typedCommand.js"
import { useIdle } from "./useIdle.js"
import { useKeyQueue } from "./useKeyQueue.js"
import { useLock } from "./useLock.js"

/** What goes in and out of the application besides the screen. */
export interface Wires {
  readonly opened: Promise<Opened>
  readonly onKey: (listener: (press: KeyPress) => void) => () => void
  readonly onSize: (listener: (size: Size) => void) => () => void
  readonly setCursor: (place: CursorPlace | undefined) => void
  readonly gate?: Gate | undefined
  readonly quit: () => void
}

export interface AppProps {
  readonly wires: Wires
  readonly size: Size
  readonly language: Language
  readonly theme: ThemeName
  readonly screenReader: boolean
  readonly session: Session | undefined
  readonly limits: SessionLimits
}

const begin = (session: Session | undefined): Navigation.Navigation => {
  const route: Route = session === undefined ? { _tag: "LogIn" } : { _tag: "Home" }
  return Navigation.start(route, screenOf(route).initial(route, session))
}

const ARMED = 2000

/** Keys of a form that go from field to field and change nothing. */
const passes = (event: KeyPress): boolean =>
  event.type === "key" && ["Tab", "Shift-Tab", "Up", "Down", "F6"].includes(event.name)

/** While the help is read only the keys of every screen do anything. */
const helpTarget: KeyTarget = { actions: [] }

export const App = (props: AppProps) => {
  const { wires, screenReader } = props
  const [size, setSize] = useState(props.size)
  const [language, setLanguage] = useState(props.language)
  const [theme, setTheme] = useState(props.theme)
  const [session, setSession] = useState(props.session)
  const [navigation, setNavigation] = useState(() => begin(props.session))
  const [status, setStatus] = useState<Status>()
  const [command, setCommand] = useState<Editing>()
  const [mocked, setMocked] = useState(false)
  const [helping, setHelping] = useState(false)
  const keyboard = useRef<KeyTarget | undefined>(undefined)
  const running = useRef(new Set<() => void>())
  const kept = useRef(new Set<() => void>())
  const [background, setBackground] = useState<Readonly<Record<Language, string>>>()
  const armed = useRef(0)
  const waiting = useRef<Array<KeyPress>>([])
  const words = terminalWords[language]
  const place = Navigation.top(navigation)
  const shown = useRef(place.route)
  shown.current = place.route

  const say = useCallback<Shell["say"]>(
    (text, tone = "plain") => setStatus(text === "" ? undefined : { text, tone }),
    []
  )
  const move = useCallback((change: (navigation: Navigation.Navigation) => Navigation.Navigation) => {
    setStatus(undefined)
    setNavigation(change)
  }, [])
  const go = useCallback<Shell["go"]>(
    (route) => move((now) => Navigation.pushed(now, route, screenOf(route).initial(route, session))),
    [move, session]
  )
  const replace = useCallback<Shell["replace"]>(
    (route) => move((now) => Navigation.replaced(now, route, screenOf(route).initial(route, session))),
    [move, session]
  )
  const back = useCallback(() => move(Navigation.popped), [move])
  const park = useCallback(() => move(Navigation.parked), [move])
  // Whoever opens a demonstration comes in as staff by one key; elsewhere it is the host that says who is there.
  const known = wires.gate ?? (mocked ? () => true : undefined)
  // Keys that whoever was there before typed ahead are not of the one who was recognised since.
  const gate: Gate | undefined =
    known &&
    ((who) => {
      waiting.current.splice(0)
      return known(who)
    })
  const stopKept = () => {
    for (const stop of [...kept.current]) stop()
  }
  const { enter, lock, changePlace, locked } = useLock({
    ...{ session, setSession, navigation, setNavigation, move, gate, say, words, forgotten: stopKept }
  })
  const soon = useRef("")
  const { touched, left } = useIdle({
    session,
    limits: props.limits,
    counts: !screenReader,
    warn: (seconds, by) => {
      // Where the seconds are counted above, they are not said here as they were.
      soon.current = words.soon[by](screenReader ? words.soon.after(seconds) : words.soon.now)
      say(soon.current, "warn")
    },
    calm: () => setStatus((now) => (now?.text === soon.current ? undefined : now)),
    lock: () => {
      setHelping(false)
      setCommand(undefined)
      waiting.current.splice(0)
      lock()
    }
  })

  useEffect(() => {
    let gone = false
    wires.opened.then(
      (opened) => gone || setMocked(opened.mocked),
      () => undefined
    )
    return () => {
      gone = true
    }
  }, [wires])
  useEffect(() => wires.onSize(setSize), [wires])

  const global = (action: GlobalAction) => {
    switch (action) {
      case "help":
        return setHelping((now) => !now)
      case "language":
        // What was said stands in the other language.
        say("")
        return setLanguage((now) => languages[(languages.indexOf(now) + 1) % languages.length] ?? now)
      case "contrast": {
        const next = nextTheme[theme]
        setTheme(next)
        return say(words.theme[next])
      }
      case "command":
        return setCommand(editing(""))
      case "back": {
        if (helping) return setHelping(false)
        if (running.current.size > 0) {
          for (const stop of [...running.current]) stop()
          return say(words.cancelled)
        }
        const escape = keyboard.current?.escape
        return escape === undefined ? back() : escape()
      }
      case "quit": {
        const now = Date.now()
        if (now - armed.current < ARMED) return wires.quit()
        armed.current = now
        return say(kept.current.size > 0 ? words.pressAgainStops : words.pressAgain, "warn")
      }
    }
  }

  /** Why a key did nothing; typing on makes it a thing of the past. */
  const denied = useRef("")
  const deny = (text: string) => {
    denied.current = text
    say(text, "warn")
  }
  const perform = (deed: Deed, types: boolean) => {
    switch (deed._tag) {
      case "Global":
        return global(deed.action)
      case "Action":
        say("")
        return deed.run()
      case "Disabled":
        return deny(words.disabled(within(deed.label), deed.reason))
      case "Unknown":
        return deny(words.noSuchKey(deed.key))
      case "PasteIgnored":
        return deny(words.pasteIgnored)
      case "Typed":
        if (types) setStatus((now) => (now?.text === denied.current ? undefined : now))
        return
      case "Nothing":
        return
    }
  }

  const inCommandLine = (typed: Editing, press: KeyPress) => {
    if (press.type !== "key") return setCommand(insert(typed, press.text, 60))
    if (press.name === "Esc" || (press.name === "Backspace" && textOf(typed) === "")) return setCommand(undefined)
    if (press.name !== "Enter") return setCommand(edit(typed, press.name) ?? typed)
    setCommand(undefined)
    say("")
    const found = commandRoute(textOf(typed), screens, session, language)
    if (found === "quit") return kept.current.size > 0 ? global("quit") : wires.quit()
    if (found === "help") return global("help")
    if ("_tag" in found) return go(found)
    if (found.unknown !== "") say(`${words.commandUnknown(found.unknown)}  ${words.commandsAre(found.names)}`, "warn")
  }

  const press = (event: KeyPress): ReadonlyArray<() => void> => {
    if (event.type === "key" && event.name === "Ctrl-c") return [() => global("quit")]
    armed.current = 0
    if (!touched()) return []
    if (command !== undefined) return [() => inCommandLine(command, event)]
    const target = helping ? helpTarget : keyboard.current
    return target === undefined ? [] : deedsOf(target, event).map((deed) => () => perform(deed(), !passes(event)))
  }

  useKeyQueue(wires.onKey, keyboard, press, waiting)

  const crumbs = useMemo(
    () =>
      navigation.places.map(({ route }) => {
        const { words: own, title } = screenOf(route)
        return title(own[language], route)
      }),
    [navigation, language]
  )

  const shell: Shell = {
    language,
    size,
    theme,
    screenReader,
    session,
    left,
    locked,
    background: session === undefined ? undefined : background?.[language],
    crumbs,
    status,
    mocked,
    helping,
    commandLine:
      command === undefined
        ? undefined
        : {
            text: textOf(command),
            cursor: cursorColumn(command),
            names: commandNames(screens, session, language)
          },
    askAgain: gate === undefined || session === undefined || !isStaff(session) ? undefined : () => gate(session),
    opened: wires.opened,
    keyboard,
    running,
    kept,
    setBackground,
    go,
    replace,
    back,
    at: () => shown.current,
    park,
    enter,
    say,
    setCursor: wires.setCursor,
    quit: wires.quit
  }
  const { View, words: own } = screenOf(place.route)
  const fallback = () => <Frame body={[row(), row("  ", span(words.brokenScreen, "bad"))]} actions={[]} />
  return (
    <ShellContext value={shell}>
      <Boundary key={place.id} fallback={fallback}>
        <View
          route={place.route}
          state={place.state}
          set={(change) => changePlace(place.id, change)}
          words={own[language]}
        />
      </Boundary>
    </ShellContext>
  )
}
