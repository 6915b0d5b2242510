/** The beginnings of the ids of what the place-name desk keeps; those of the sample are marked before them. */
const idOf = /^(?:sample-)?([nekqw])[\da-z]+(?:-[\da-z]+)*$/u

/** The page of anything that the place-name desk keeps, by what its id is of: a case, a thing in the gazetteer, a boundary, a plan, an irregular name, a year's plan of inspection, the profile; else it is the number of an address proof. */
export const placeNamePath = (id: string): string => {
  const asked = (page: string, name: string, value: string): string => `/place-names/${page}?${new URLSearchParams({ [name]: value }).toString()}`
  if (id === 'placeNameProfile') return '/place-names/profile'
  if (id.startsWith('boundaryPlan/')) return asked('boundaries', 'year', id.slice('boundaryPlan/'.length))
  switch (idOf.exec(id)?.[1]) {
    case 'n': return `/place-names/${id}`
    case 'e': return `/place-names/gazetteer/${id}`
    case 'k': return `/place-names/boundaries/${id}`
    case 'q': return asked('plans', 'plan', id)
    case 'w': return asked('irregular', 'name', id)
    default: return asked('proofs', 'number', id)
  }
}
