import type { Route } from "./Route.js"

/** A screen on the stack with where it stood when another one was put on top. */
export interface Place {
  readonly id: number
  readonly route: Route
  readonly state: unknown
}

export interface Navigation {
  readonly places: ReadonlyArray<Place>
  readonly nextId: number
  /** A screen that was left while its work goes on: opened again, it stands as it does then. */
  readonly parked?: Place | undefined
}

export const start = (route: Route, state: unknown): Navigation => ({
  places: [{ id: 0, route, state }],
  nextId: 1
})

export const top = ({ places }: Navigation): Place => {
  const last = places.at(-1)
  if (last === undefined) throw new RangeError("navigation without a screen")
  return last
}

export const pushed = (navigation: Navigation, route: Route, state: unknown): Navigation => {
  const { places, nextId, parked } = navigation
  return parked?.route._tag === route._tag
    ? { places: [...places, parked], nextId }
    : { ...navigation, places: [...places, { id: nextId, route, state }], nextId: nextId + 1 }
}

/** The first screen has nowhere to go back to. */
export const popped = (navigation: Navigation): Navigation =>
  navigation.places.length < 2 ? navigation : { ...navigation, places: navigation.places.slice(0, -1) }

/** Leaves a screen whose work goes on. */
export const parked = (navigation: Navigation): Navigation =>
  navigation.places.length < 2 ? navigation : { ...popped(navigation), parked: top(navigation) }

export const replaced = (navigation: Navigation, route: Route, state: unknown): Navigation =>
  pushed({ ...navigation, places: navigation.places.slice(0, -1) }, route, state)

/** A new beginning, as after a log-in; ids go on, so that no view is taken for an older one. */
export const restarted = ({ nextId }: Navigation, route: Route, state: unknown): Navigation =>
  pushed({ places: [], nextId }, route, state)

const changedPlace = (place: Place, id: number, change: (state: unknown) => unknown): Place =>
  place.id === id ? { ...place, state: change(place.state) } : place

/** A change of a screen's own state; one that has been left changes nothing. */
export const changed = (navigation: Navigation, id: number, change: (state: unknown) => unknown): Navigation => ({
  ...navigation,
  places: navigation.places.map((place) => changedPlace(place, id, change)),
  parked: navigation.parked && changedPlace(navigation.parked, id, change)
})

/** Back to where somebody was: each place is the one it was, so that work which went on meanwhile still finds it. */
export const resumed = (left: Navigation, { nextId }: Navigation): Navigation => ({ ...left, nextId })
