import { LandingPage } from "@/features/landing/components/landing-page";
import { SignInButton } from "@/features/sign-in/sign-in-button";

export function Landing() {
  return <LandingPage signIn={<SignInButton />} />;
}
