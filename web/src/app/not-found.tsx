/** For an address that belongs to no part of the page: the header of whoever came leads on. */
import { Missing } from "@/components/missing";
import { usePerson } from "@/features/sign-in/sign-in-context";

import { Frame } from "./frame";
import { Header } from "./header";
import { StrangerHeader } from "./stranger-header";

export function NotFound() {
  const person = usePerson();
  return (
    <Frame header={person === null ? <StrangerHeader /> : <Header person={person} />}>
      <Missing />
    </Frame>
  );
}
